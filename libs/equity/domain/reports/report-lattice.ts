import {
  type CertainZero,
  type CountTables,
  type DisclosurePolicy,
  latticeOf,
  releasedCount,
} from '@evenhand/disclosure';
import { CORE_MEASURES, type Measure, MEASURES, OWN_MEASURES } from './measures';
import { ownAuditors } from './own-auditors';
import { CHARACTERISTICS, isCharacteristic, NOT_STATED, type PersonDimension } from './report-dimensions';

/** The largest sets of dimensions that people are counted by together. */
const LARGEST: readonly (readonly PersonDimension[])[] = [
  ['profession'],
  ['professional_group', 'stage'],
  ['professional_group', 'grade'],
  ['professional_group', 'waiting'],
  ['professional_group', 'score'],
  ['professional_group', 'rank'],
  ['professional_group', 'round'],
  ['region'],
  ['organisation'],
];

/** A characteristic stands with nothing else: beside a professional group hardly any count of one could be told. */
const OF_CHARACTERISTICS = CHARACTERISTICS.map((code) => [code] as const);

/** What may be asked together in a report, and nothing else. */
export const REPORT_LATTICE = latticeOf([...LARGEST, ...OF_CHARACTERISTICS]);

/** What bands say something of: who waited at all, who was matched; nobody has a score who was not. */
const MEASURES_OF_BANDS: Readonly<Record<string, readonly Measure[]>> = {
  waiting: ['asked', 'closed', 'matched'],
  score: ['matched'],
  rank: ['matched'],
  round: ['asked', 'proposed', 'matched'],
};

/**
 * Nobody without a score was matched: unless the mentor was erased since, and the score with them. A rank may well be missing
 * of a match, as that of a round that was filled again is: there 0 is a count like any other.
 */
export const CERTAIN_ZEROS = [
  { dimension: 'score', category: NOT_STATED, measure: 'matched' },
] as const satisfies readonly CertainZero<Measure>[];

/**
 * What may be told by a set of dimensions: the whole funnel by each alone; by two at once what says who gets a mentor, for
 * of the later steps hardly any count would be left.
 */
export function measuresToldBy(set: readonly string[]): readonly Measure[] {
  return MEASURES_OF_BANDS[set.at(-1) ?? ''] ?? (set.length > 1 ? CORE_MEASURES : MEASURES);
}

/** Tables of more combinations of categories than these are large. */
const LARGE = 100;

/**
 * The same counts, each table with what it tells: measures that count, for each combination of its categories, half as many
 * on average as are told at all, and in a large table as many. Of fewer nearly everything would be withheld, and proving
 * that is most of the work: of 20,000 people it loses a thirtieth of what could be told, and a third of the time.
 *
 * It depends on nothing true but the totals, as they are told: whoever reads them knows which measures a table has.
 */
export function withWhatIsTold(counts: CountTables<Measure>, policy: DisclosurePolicy): CountTables<Measure> {
  const [total] = counts.tables.find(({ dimensions }) => dimensions.length === 0)?.rows ?? [];
  const sizeOf = (code: string): number =>
    counts.dimensions.find((dimension) => dimension.code === code)!.categories.length;
  const tellsOf = (set: readonly string[]): readonly Measure[] => {
    const cells = set.reduce((product, code) => product * sizeOf(code), 1);
    const fewest = cells > LARGE ? policy.smallest : policy.smallest / 2;
    return measuresToldBy(set).filter(
      (measure) =>
        set.length === 0 || (releasedCount(total?.counts[measure] ?? 0, policy) ?? 0) >= fewest * cells,
    );
  };
  return {
    ...counts,
    zeros: CERTAIN_ZEROS.filter((zero) => isTrue(zero, counts)),
    insiders: ownAuditors(counts.dimensions, OWN_MEASURES),
    tables: counts.tables.map((table) => ({ ...table, tells: tellsOf(table.dimensions) })),
  };
}

/** Where nobody is counted of whom there can be none. */
function isTrue(
  { dimension, category, measure }: CertainZero<Measure>,
  { tables }: CountTables<Measure>,
): boolean {
  return !tables.some(({ dimensions, rows }) => {
    const at = dimensions.indexOf(dimension);
    return (
      at >= 0 && rows.some(({ categories, counts }) => categories[at] === category && counts[measure] > 0)
    );
  });
}

/** Those of its sets for which every person's facts are counted. */
export const PEOPLE_SETS = REPORT_LATTICE.sets.filter(
  (set) => !set.some(isCharacteristic),
) as readonly (readonly PersonDimension[])[];
