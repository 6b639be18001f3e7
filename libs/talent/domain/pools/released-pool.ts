import {
  type CountTable,
  type DisclosurePolicy,
  type ReleasedCount,
  releasedRate,
  type ReleasedTables,
  releaseTables,
  type TableSubject,
} from '@evenhand/disclosure';
import type { RegisteredPerson } from '@evenhand/people';
import type { CatalogueContent } from '@evenhand/taxonomy';
import { DECISION_OUTCOMES, type DecisionOutcome } from './pool-decision';
import { POOL_STANDINGS, type PoolStanding, type StoodThen } from './pool-standing';

/** A group or stage as it may be published. */
export interface ReleasedShare {
  /** Code of a professional group or a stage. */
  readonly code: string;
  /** Who is in the pool, rounded; null where that is withheld. */
  readonly members: ReleasedCount;
  /** Of every hundred whose group (or stage) is told, from rounded counts; null where withheld. */
  readonly share: number | null;
}

/** Who a pool is made of, as it may be published. */
export interface ReleasedComposition {
  /** Who is in the pool, as the sum of the groups that are told; null where none is. */
  readonly members: ReleasedCount;
  /** Who wants to be in it and is not decided on yet; null where withheld, absent where it was not told then. */
  readonly underWay?: ReleasedCount;
  readonly groups: readonly ReleasedShare[];
  readonly stages: readonly ReleasedShare[];
}

/** Decisions as they may be published. */
export interface ReleasedDecisions {
  /** The sum of the outcomes that are told; null where none is. */
  readonly decisions: ReleasedCount;
  readonly outcomes: readonly { readonly outcome: DecisionOutcome; readonly decisions: ReleasedCount }[];
}

/**
 * How somebody came to a post: from the pool or from outside it to one of its critical posts, or from the pool to any other.
 * The first two are of the same posts, and so can be set beside each other.
 */
export const APPOINTED_FROM = ['pool', 'outside', 'pool_elsewhere'] as const;
/** The code of one of them. */
export type AppointedFrom = (typeof APPOINTED_FROM)[number];

/** How a pool was used, as it may be published. */
export interface ReleasedAppointments {
  /** The sum of what is told of the pool's critical posts; null where nothing is. */
  readonly appointments: ReleasedCount;
  readonly from: readonly { readonly from: AppointedFrom; readonly appointments: ReleasedCount }[];
}

/** All counts of a pool that are published together. */
export interface ReleasedPool {
  readonly composition: ReleasedComposition;
  readonly decisions: ReleasedDecisions;
  readonly appointments: ReleasedAppointments;
}

/** What is used of a catalogue: the codes of its groups and stages. */
interface Catalogue {
  readonly professionalGroups: readonly Pick<CatalogueContent['professionalGroups'][number], 'code'>[];
  readonly stages: readonly Pick<CatalogueContent['stages'][number], 'code'>[];
}

/** While nothing is told of appointments. */
export const NO_APPOINTMENTS: ReleasedAppointments = {
  appointments: null,
  from: APPOINTED_FROM.map((from) => ({ from, appointments: null })),
};

/** What a standing comes to, as it was decided. Decisions on who was taken in count wherever they are by now. */
const DECIDED: Readonly<Record<PoolStanding, DecisionOutcome | 'under_way' | 'outside'>> = {
  under_way: 'under_way',
  in_pool: 'in_pool',
  appointed: 'in_pool',
  appointed_elsewhere: 'in_pool',
  left: 'in_pool',
  turned_down: 'not_in_pool',
  outside: 'outside',
};
const STANDING_OF: Readonly<Record<AppointedFrom, PoolStanding>> = {
  pool: 'appointed',
  outside: 'outside',
  pool_elsewhere: 'appointed_elsewhere',
};

/**
 * Releases everything that is published of a pool so that what one figure tells of another is looked at: stages are of the
 * same people as groups, and of those who were taken in, whoever is in the pool no more was appointed or has left, and that
 * may be few. What comes first is told as far as it can be; what comes later is withheld for its sake: stages for that of
 * groups, and the number of decisions for that of who is in the pool.
 *
 * @param persons whoever is in the pool and not among these is not counted
 */
export async function releasePool(
  stood: readonly StoodThen[],
  persons: readonly RegisteredPerson[],
  catalogue: Catalogue,
  policy: DisclosurePolicy,
): Promise<ReleasedPool> {
  const { tables } = await releasedTables(stood, persons, catalogue, policy);
  return inWords(
    new Map(
      tables.flatMap((table) => table.rows.map((row) => [cellOf(table, row.categories), row.counts.people])),
    ),
    catalogue,
    (rows) => sharesOf(rows, policy),
  );
}

/** The tables behind it, each of some standings, and by one dimension at most. */
export async function releasedTables(
  stood: readonly StoodThen[],
  persons: readonly RegisteredPerson[],
  { professionalGroups, stages }: Catalogue,
  policy: DisclosurePolicy,
): Promise<ReleasedTables<'people'>> {
  const known = {
    dimensions: [
      { code: 'group', categories: professionalGroups.map(({ code }) => code) },
      { code: 'stage', categories: stages.map(({ code }) => code) },
      { code: 'decided', categories: [...new Set(Object.values(DECIDED))] },
      { code: 'standing', categories: POOL_STANDINGS, within: { dimension: 'decided', of: DECIDED } },
    ],
    measures: ['people'] as const,
    parts: [],
  };
  let tables: ReleasedTables<'people'>['tables'] = [];
  for (const further of tablesInOrder(stood, persons)) {
    const released = await releaseTables({ ...known, tables: further }, policy, tables);
    tables = [...tables, ...released.tables];
  }
  return { ...known, tables };
}

function tablesInOrder(
  stood: readonly StoodThen[],
  persons: readonly RegisteredPerson[],
): readonly (readonly CountTable<'people'>[])[] {
  const personOf = new Map(persons.map((person) => [person.id, person]));
  const counted = stood.filter(
    ({ standing, personId = '' }) => standing !== 'in_pool' || personOf.has(personId),
  );
  const inPool = counted.flatMap(({ standing, personId = '' }) =>
    standing === 'in_pool' ? personOf.get(personId)! : [],
  );
  const total = (dimension: 'standing' | 'decided', category: string): CountTable<'people'> => {
    const of = ({ standing }: StoodThen) => (dimension === 'standing' ? standing : DECIDED[standing]);
    const people = counted.filter((each) => of(each) === category).length;
    return { ...only(dimension, category), dimensions: [], rows: [{ categories: [], counts: { people } }] };
  };
  const by = (dimension: 'group' | 'stage', categories: readonly string[]): CountTable<'people'> => ({
    ...only('standing', 'in_pool'),
    dimensions: [dimension],
    rows: [...new Set(categories)].map((category) => ({
      categories: [category],
      counts: { people: categories.filter((each) => each === category).length },
    })),
  });
  return [
    [
      by(
        'group',
        inPool.map(({ background }) => background.group),
      ),
      ...['under_way', ...Object.values(STANDING_OF)].map((standing) => total('standing', standing)),
    ],
    [
      by(
        'stage',
        inPool.map(({ posts }) => posts[0].stage),
      ),
    ],
    DECISION_OUTCOMES.map((outcome) => total('decided', outcome)),
  ];
}

function only(dimension: 'standing' | 'decided', category: string): Pick<CountTable<'people'>, 'only'> {
  return { only: { dimension, categories: [category] } };
}

/** `group nurse`, `standing appointed`. */
function cellOf({ dimensions: [by], only: within }: TableSubject, [category]: readonly string[]): string {
  return by === undefined ? `${within!.dimension} ${within!.categories[0]!}` : `${by} ${category!}`;
}

/** What everybody is told while nothing is published: that every count is withheld. */
export function withheldPool(catalogue: Catalogue): ReleasedPool {
  return inWords(new Map(), catalogue, (rows) => rows.map((row) => ({ ...row, share: null })));
}

function inWords(
  told: ReadonlyMap<string, ReleasedCount>,
  { professionalGroups, stages }: Catalogue,
  shares: (rows: readonly Pick<ReleasedShare, 'code' | 'members'>[]) => readonly ReleasedShare[],
): ReleasedPool {
  const of = (cell: string) => told.get(cell) ?? null;
  const members = sumOf(professionalGroups.map(({ code }) => of(`group ${code}`)));
  const groups = professionalGroups.map(({ code }) => ({ code, members: of(`group ${code}`) }));
  const atStages = stages.map(({ code }) => ({ code, members: of(`stage ${code}`) }));
  const outcomes = DECISION_OUTCOMES.map((outcome) => ({ outcome, decisions: of(`decided ${outcome}`) }));
  const from = APPOINTED_FROM.map((code) => ({
    from: code,
    appointments: of(`standing ${STANDING_OF[code]}`),
  }));
  return {
    composition: {
      ...{ members, underWay: of('standing under_way') },
      ...{ groups: shares(groups), stages: shares(atStages) },
    },
    decisions: { decisions: sumOf(outcomes.map(({ decisions }) => decisions)), outcomes },
    appointments: {
      appointments: sumOf(from.slice(0, 2).map(({ appointments }) => appointments)),
      from,
    },
  };
}

/** With what each is of every hundred whose group or stage is told. */
export function sharesOf(
  rows: readonly Pick<ReleasedShare, 'code' | 'members'>[],
  policy: DisclosurePolicy,
): readonly ReleasedShare[] {
  const sum = sumOf(rows.map(({ members }) => members));
  return rows.map(({ code, members }) => ({ code, members, share: releasedRate(members, sum, policy) }));
}

/** The sum of what is told; null where nothing is. */
export function sumOf(counts: readonly ReleasedCount[]): ReleasedCount {
  const told = counts.filter((count) => count !== null);
  return told.length === 0 ? null : told.reduce((a, b) => a + b, 0);
}
