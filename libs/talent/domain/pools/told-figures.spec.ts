import {
  DEFAULT_DISCLOSURE_POLICY,
  type DisclosurePolicy,
  narrowedCells,
  type ReleasedCountTable,
} from '@evenhand/disclosure';
import type { RegisteredPerson } from '@evenhand/people';
import fc from 'fast-check';
import { changedStandings, POOL_STANDINGS, type PoolStanding, type StoodThen } from './pool-standing';
import { type ReleasedPool, releasePool } from './released-pool';
import type { PoolFigure } from './pool-figures';
import { figuresAfter, figuresToldAt, type PublishedPool } from './told-figures';

const CATALOGUE = {
  professionalGroups: ['nurse', 'doctor', 'ahp'].map((code) => ({ code })),
  stages: ['1', '2'].map((code) => ({ code })),
};
const GROUPS = CATALOGUE.professionalGroups.map(({ code }) => code);
const STAGES = CATALOGUE.stages.map(({ code }) => code);
const DAYS = [1, 2, 3].map((day) => new Date(Date.UTC(2026, 8, day)));

type Stand = PoolStanding | 'nowhere';

/** Where somebody may go on to; whoever was decided on stays so. */
const ONWARD: Readonly<Record<Stand, readonly Stand[]>> = {
  nowhere: ['nowhere', ...POOL_STANDINGS],
  under_way: ['nowhere', 'under_way', 'in_pool', 'appointed', 'appointed_elsewhere', 'left', 'turned_down'],
  in_pool: ['in_pool', 'appointed', 'appointed_elsewhere', 'left'],
  appointed: ['appointed'],
  appointed_elsewhere: ['appointed_elsewhere'],
  left: ['left'],
  turned_down: ['turned_down'],
  outside: ['outside'],
};

/** So many people of a group, at a stage, and where they stood on each day. */
interface Cohort {
  readonly people: number;
  readonly group: string;
  readonly stage: string;
  readonly stood: readonly Stand[];
}

const cohort = (people: number, stood: readonly Stand[], group = 'nurse', stage = '1'): Cohort => ({
  ...{ people, group, stage, stood },
});

const somebody = (group: string, stage: string, id: string) =>
  ({
    id,
    background: { group, profession: 'any', registration: 'registered' },
    posts: [{ organisationId: 'any', region: 'london', stage }],
  }) as unknown as RegisteredPerson;

interface Published {
  readonly told: PublishedPool;
  readonly anew: ReadonlySet<PoolFigure>;
  readonly day: number;
}

const POLICY = DEFAULT_DISCLOSURE_POLICY;

/** Everything that is published on the three days, on each by its own policy. */
async function published(cohorts: readonly Cohort[], policies: readonly DisclosurePolicy[] = []) {
  const all = cohorts.flatMap((each, at) =>
    Array.from({ length: each.people }, (_, n) => ({ ...each, id: `${at}-${n}` })),
  );
  const persons = all.map(({ id, group, stage }) => somebody(group, stage, id));
  const stoodAt = (moment: Date): readonly StoodThen[] => {
    const day = DAYS.findIndex((each) => each.getTime() === moment.getTime());
    return all.flatMap(({ id, stood }) => {
      const standing = stood[day] ?? 'nowhere';
      return standing === 'nowhere' ? [] : [{ id, personId: id, standing }];
    });
  };
  const found: Published[] = [];
  for (const [day, asOf] of DAYS.entries()) {
    const policy = policies[day] ?? POLICY;
    const fresh = await releasePool(stoodAt(asOf), persons, CATALOGUE, policy);
    const earlier = found.map((each) => each.told);
    const told = await figuresAfter(earlier, fresh, stoodAt, asOf, policy);
    if (told !== undefined) found.push({ told, anew: told.anew, day });
  }
  return { found, stoodAt };
}

const outcomeOf = ({ decisions }: ReleasedPool) => decisions.outcomes.map((each) => each.decisions);
const appointedOf = ({ appointments }: ReleasedPool) => appointments.from.map((each) => each.appointments);
const membersOf = ({ composition: { groups, stages } }: ReleasedPool) =>
  [...groups, ...stages].map(({ members }) => members);

/** What is read of each figure, and whom it counts. */
const READ: Readonly<
  Record<
    PoolFigure,
    { readonly of: (pool: ReleasedPool) => unknown; readonly counts: readonly PoolStanding[] }
  >
> = {
  members: { of: membersOf, counts: ['in_pool'] },
  underWay: { of: ({ composition }) => composition.underWay, counts: ['under_way'] },
  takenIn: {
    of: (pool) => outcomeOf(pool)[0],
    counts: ['in_pool', 'appointed', 'appointed_elsewhere', 'left'],
  },
  turnedDown: { of: (pool) => outcomeOf(pool)[1], counts: ['turned_down'] },
  pool: { of: (pool) => appointedOf(pool)[0], counts: ['appointed'] },
  outside: { of: (pool) => appointedOf(pool)[1], counts: ['outside'] },
  poolElsewhere: { of: (pool) => appointedOf(pool)[2], counts: ['appointed_elsewhere'] },
};
const isTold = (pool: ReleasedPool, figure: PoolFigure) =>
  [READ[figure].of(pool) ?? null].flat().some((count) => count !== null);
const FIGURES = Object.keys(READ) as PoolFigure[];

const PATHS = (Object.keys(ONWARD) as Stand[]).flatMap((then) =>
  ONWARD[then].flatMap((between) => ONWARD[between].map((now) => [then, between, now] as const)),
);
const nameOf = (path: readonly Stand[]) => path.join('>');
const KNOWN = {
  dimensions: [
    { code: 'group', categories: GROUPS },
    { code: 'stage', categories: STAGES },
    { code: 'path', categories: PATHS.map(nameOf) },
  ],
  measures: ['people'] as const,
  parts: [],
};

/** Everything told anew in each of the publications, and all that none of them told, as counts of who came from where to where. */
function tablesOf(found: readonly Published[]): readonly ReleasedCountTable<'people'>[] {
  return found.flatMap(({ told, anew, day }) =>
    FIGURES.filter((figure) => anew.has(figure) || !isTold(told, figure)).flatMap((figure) => {
      const categories = PATHS.filter((path) => READ[figure].counts.includes(path[day] as PoolStanding)).map(
        nameOf,
      );
      const only = { dimension: 'path', categories };
      const rows = (shares: readonly { readonly code: string; readonly members: number | null }[]) =>
        shares.map(({ code, members }) => ({ categories: [code], counts: { people: members } }));
      return figure === 'members'
        ? [
            { dimensions: ['group'], only, rows: rows(told.composition.groups) },
            { dimensions: ['stage'], only, rows: rows(told.composition.stages) },
          ]
        : [
            {
              ...{ dimensions: [], only },
              rows: [
                { categories: [], counts: { people: (READ[figure].of(told) ?? null) as number | null } },
              ],
            },
          ];
    }),
  );
}

describe('the figures of a pool over time', () => {
  it('are told anew each by its own ten people, and stand as they were told until then', async () => {
    const { found } = await published([
      cohort(12, ['turned_down', 'turned_down', 'turned_down']),
      cohort(20, ['under_way', 'under_way', 'under_way']),
      cohort(30, ['nowhere', 'under_way', 'under_way']),
      // Three more who were turned down are told once seven others were.
      cohort(3, ['under_way', 'turned_down', 'turned_down']),
      cohort(7, ['under_way', 'under_way', 'turned_down']),
    ]);
    expect(found.map(({ told }) => [told.composition.underWay, outcomeOf(told)[1]])).toEqual([
      [30, 10],
      [55, 10],
      [55, 20],
    ]);
    expect(found.map(({ anew }) => [...anew])).toEqual([
      ['underWay', 'turnedDown'],
      ['underWay'],
      ['turnedDown'],
    ]);
  });

  it('are not published where everything that changed is withheld', async () => {
    const { found } = await published([
      cohort(6, ['turned_down', 'turned_down', 'turned_down']),
      cohort(6, ['under_way', 'under_way', 'under_way']),
    ]);
    expect(found).toEqual([]);
  });

  it('do not tell how many were taken in where that says how few had left the pool before', async () => {
    // On the first day 52 were taken in and 50 are there. Were 50 told once ten have gone, five at the most had gone then.
    const { found } = await published([
      cohort(40, ['in_pool', 'in_pool', 'in_pool']),
      cohort(10, ['in_pool', 'left', 'left']),
      cohort(2, ['appointed', 'appointed', 'appointed']),
    ]);
    expect(found.map(({ told }) => [told.composition.members, outcomeOf(told)[0]])).toEqual([
      [50, null],
      [40, null],
    ]);
  });

  it('do not tell how many were taken in where others came in the place of those who were there', async () => {
    // Ten at each stage, one day after the other: twenty different people, and so nobody had gone by the first day.
    const { found } = await published([
      cohort(1, ['in_pool', 'in_pool', 'in_pool']),
      cohort(9, ['in_pool', 'appointed', 'appointed']),
      cohort(10, ['nowhere', 'in_pool', 'in_pool'], 'nurse', '2'),
    ]);
    expect(found.map(({ told }) => outcomeOf(told)[0])).toEqual(found.map(() => null));
  });

  it('do not come back beside what they were', async () => {
    const { found } = await published([
      cohort(22, ['under_way', 'under_way', 'under_way']),
      cohort(11, ['nowhere', 'under_way', 'nowhere']),
      cohort(1, ['nowhere', 'nowhere', 'under_way']),
    ]);
    // On the third day 23 are under way: 25 beside the 20 of the first would be about one of them.
    expect(found.map(({ told }) => told.composition.underWay)).toEqual([20, 35]);
  });

  it('are taken for told at one moment where they were published so', async () => {
    const { found } = await published([cohort(25, ['in_pool', 'in_pool', 'in_pool'])]);
    const { told } = found[0]!;
    expect(figuresToldAt(told, DAYS[0]!)).toEqual(told.figures);
  });

  it('stand by the policy by which they were told, and say by which', async () => {
    const coarse = { base: 20, smallest: 20, smallestForExtremes: 40 };
    const { found } = await published(
      [
        cohort(27, ['turned_down', 'turned_down', 'turned_down']),
        cohort(33, ['under_way', 'under_way', 'under_way']),
        cohort(33, ['nowhere', 'under_way', 'under_way']),
        cohort(15, ['nowhere', 'nowhere', 'turned_down']),
      ],
      [POLICY, coarse, coarse],
    );
    // On the third day fifteen more are turned down: as many as were promised at first, and fewer than are promised now.
    expect(found.map(({ told }) => [told.composition.underWay, outcomeOf(told)[1]])).toEqual([
      [35, 25],
      [60, 25],
    ]);
    expect(found.map(({ told }) => told.toldBy)).toEqual([
      { policy: POLICY },
      { policy: coarse, earlier: { turnedDown: POLICY } },
    ]);
  });

  it('are told anew once as many changed as was promised when they were told, though fewer would do by now', async () => {
    const strict = { ...POLICY, smallest: 20 };
    const days = (more: number) =>
      published(
        [
          cohort(30, ['under_way', 'under_way', 'under_way']),
          cohort(more, ['nowhere', 'under_way', 'under_way']),
        ],
        [strict],
      );
    expect((await days(19)).found).toHaveLength(1);
    expect((await days(20)).found).toHaveLength(2);
  });

  it('tell of no change of fewer than ten people, and leave every withheld count ten values over all publications', async () => {
    const onward = (from: Stand) => fc.constantFrom(...ONWARD[from]);
    const stood = onward('nowhere').chain((first) =>
      onward(first).chain((second) => onward(second).map((third) => [first, second, third] as const)),
    );
    const cohorts = fc.array(
      fc.record({
        people: fc.integer({ min: 1, max: 24 }),
        group: fc.constantFrom(...GROUPS),
        stage: fc.constantFrom(...STAGES),
        stood,
      }),
      { minLength: 4, maxLength: 14 },
    );
    // What is behind a count is nearly the same by any of them, so that one attack is of all.
    const days = fc.constantFrom<readonly number[]>(
      [10, 10, 10],
      [10, 10, 10],
      [20, 10, 10],
      [10, 20, 10],
      [10, 15, 20],
    );
    await fc.assert(
      fc.asyncProperty(cohorts, days, async (all, smallest) => {
        const { found, stoodAt } = await published(
          all,
          smallest.map((each) => ({ ...POLICY, smallest: each })),
        );
        for (const figure of FIGURES) {
          const { of, counts } = READ[figure];
          const countedOn = (day: number) =>
            stoodAt(DAYS[day]!).filter(({ standing }) => counts.includes(standing));
          for (const [at, one] of found.entries()) {
            const before = found.slice(0, at).filter(({ told }) => isTold(told, figure));
            const last = found[at - 1];
            if (last !== undefined && !one.anew.has(figure)) expect(of(one.told)).toEqual(of(last.told));
            if (!one.anew.has(figure)) continue;
            for (const { day } of before.filter(({ anew }) => anew.has(figure))) {
              const promised = Math.max(smallest[day]!, smallest[one.day]!);
              expect(changedStandings(countedOn(day), countedOn(one.day))).toBeGreaterThanOrEqual(promised);
            }
          }
        }
        const joint = { ...KNOWN, tables: tablesOf(found) };
        if (joint.tables.length > 0) expect(await narrowedCells(joint, POLICY)).toEqual([]);
      }),
      { numRuns: 60, seed: 20261201 },
    );
  }, 120_000);
});
