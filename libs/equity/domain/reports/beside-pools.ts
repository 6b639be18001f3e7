import type { DisclosurePolicy, TableSubject } from '@evenhand/disclosure';
import { reportOnPools, type ToldLast, toldOf, withheldInReport } from '@evenhand/talent';
import type { CatalogueContent } from '@evenhand/taxonomy';
import type { ReleasedCounts } from './equity-report';
import type { Measure } from './measures';
import { tableKey, type TrueCounts } from './true-counts';

/** Measures by the dimensions of the tables that do not tell them. */
export type LeftOut = (dimensions: readonly string[], measure: string) => boolean;

/** Those of who is in a pool. */
const OF_MEMBERS = ['in_pool', 'ready_now', 'appointed'];

/** What else there is to know of a report that is proved beside what was told of pools. */
export interface ReportBeside {
  readonly window: { readonly countedAt: Date; readonly firstDay: string };
  readonly catalogue: CatalogueContent;
  readonly policy: DisclosurePolicy;
}

/**
 * What a report leaves out since it would narrow down what the talent pools of its programme and their plan withhold: that
 * was told before. Who is in a pool or was appointed from one is counted by both, at nearly the same moment, so that the one
 * less the other is a count of few.
 */
export async function leftOutBesidePools(
  released: ReleasedCounts,
  { pools, plans }: ToldLast,
  { window, catalogue, policy }: ReportBeside,
): Promise<LeftOut> {
  if (pools.length === 0) return () => false;
  const { tables } = toldWithout(released, isForeseen(released)).people;
  const columns = await withheldInReport(
    toldOf(pools, catalogue, policy),
    plans,
    reportOnPools({ ...window, policy, tables }, pools, catalogue),
    policy,
  );
  const names = new Set<string>(columns);
  return (dimensions, measure) => {
    const [dimension = ''] = dimensions;
    const name = `${measure} ${dimension === 'professional_group' ? 'group' : dimension}`;
    return (
      isForeseen(released)(dimensions, measure) ||
      (columns === undefined ? OF_MEMBERS.includes(measure) : names.has(name))
    );
  };
}

/**
 * Pools will tell how many are in them, and beside that nobody would be told how few of a group were appointed, or the pool
 * how many are in it. Those appointed are mostly too few to tell, and members are what a pool is for.
 */
function isForeseen({ people }: ReleasedCounts): LeftOut {
  const found = new Set(
    people.tables
      .filter(({ rows }) => rows.some(({ counts }) => counts.in_pool !== null && counts.appointed === null))
      .map(tableKey),
  );
  return (dimensions, measure) =>
    measure === 'appointed' && dimensions.length > 0 && found.has(tableKey({ dimensions }));
}

/** What is told, without what is left out: of that nothing stands in the rows. */
export function toldWithout(released: ReleasedCounts, isLeftOut: LeftOut): ReleasedCounts {
  const { people } = released;
  const tables = people.tables.map((table) => {
    const tells = tellsWithout(people.measures, table, isLeftOut);
    const counts = (row: (typeof table.rows)[number]['counts']) =>
      Object.fromEntries(
        people.measures.map((measure) => [measure, tells.includes(measure) ? row[measure] : null]),
      ) as typeof row;
    return { ...table, tells, rows: table.rows.map((row) => ({ ...row, counts: counts(row.counts) })) };
  });
  return { ...released, people: { ...people, tables } };
}

/** The true counts behind it. */
export function countedWithout(counts: TrueCounts, isLeftOut: LeftOut): TrueCounts {
  const { people } = counts;
  const tables = people.tables.map((table) => ({
    ...table,
    tells: tellsWithout(people.measures, table, isLeftOut),
  }));
  return { ...counts, people: { ...people, tables } };
}

function tellsWithout(
  measures: readonly Measure[],
  { dimensions, tells = measures }: TableSubject,
  isLeftOut: LeftOut,
): readonly string[] {
  return tells.filter((measure) => !isLeftOut(dimensions, measure));
}
