import {
  DEFAULT_DISCLOSURE_POLICY,
  type ReleasedCount,
  releasedCount,
  releaseTables,
} from '@evenhand/disclosure';
import type { RegisteredPerson } from '@evenhand/people';
import fc from 'fast-check';
import { countOf } from './pool-figures';
import type { PoolOverTime, PoolTelling } from './pool-moments';
import { withheldInPlan, withheldInReport, withheldOverTime } from './pool-over-time';
import type { PoolStanding, StoodThen } from './pool-standing';
import { type ReleasedPool, releasePool, withheldPool } from './released-pool';
import { PLAN_FIGURES, type PlanOnPools, type ReportOnPools } from './told-elsewhere';
import { figuresAfter } from './told-figures';

const CATALOGUE = {
  professionalGroups: ['nurse', 'doctor', 'ahp'].map((code) => ({ code })),
  stages: ['1', '2'].map((code) => ({ code })),
};
const GROUPS = CATALOGUE.professionalGroups.map(({ code }) => code);
const STAGES = CATALOGUE.stages.map(({ code }) => code);
const on = (day: number) => new Date(Date.UTC(2026, 8, day));
const NOW = on(1);
const POLICY = DEFAULT_DISCLOSURE_POLICY;

/** So many people of a group, at a stage, who stand so with the only pool of a programme. */
interface Some {
  readonly people: number;
  readonly group: string;
  readonly stage: string;
  readonly standing: Extract<PoolStanding, 'in_pool' | 'appointed' | 'appointed_elsewhere' | 'left'>;
}

const some = (people: number, standing: Some['standing'], group = 'nurse', stage = '1'): Some => ({
  ...{ people, group, stage, standing },
});

function everybody(all: readonly Some[]) {
  const people = all.flatMap((each, at) =>
    Array.from({ length: each.people }, (_, n) => ({ ...each, id: `${at}-${n}` })),
  );
  const stood: StoodThen[] = people.map(({ id, standing }) => ({ id, personId: id, standing }));
  const persons = people.map(({ id, group, stage }) => ({
    id,
    background: { group, profession: 'any', registration: 'registered' },
    posts: [{ organisationId: 'any', region: 'london', stage }],
  })) as unknown as RegisteredPerson[];
  return { stood, persons };
}

/** The pool as it would be published, were nothing else told. */
async function poolAlone(all: readonly Some[]): Promise<ReleasedPool> {
  const { stood, persons } = everybody(all);
  return releasePool(stood, persons, CATALOGUE, POLICY);
}

/** What an equity report tells of the same people, proved by itself. */
async function reportOn(all: readonly Some[]): Promise<ReportOnPools> {
  const measures = ['in_pool', 'appointed'] as const;
  const sum = (isCounted: (one: Some) => boolean) =>
    all.filter(isCounted).reduce((n, { people }) => n + people, 0);
  const row = (categories: readonly string[], isIn: (one: Some) => boolean) => ({
    categories,
    counts: {
      in_pool: sum(isIn),
      appointed: sum((one) => isIn(one) && one.standing.startsWith('appointed')),
    },
  });
  const { tables } = await releaseTables(
    {
      dimensions: [
        { code: 'group', categories: GROUPS },
        { code: 'stage', categories: STAGES },
      ],
      measures,
      parts: [['appointed', 'in_pool']],
      tables: [
        { dimensions: [], rows: [row([], () => true)] },
        { dimensions: ['group'], rows: GROUPS.map((code) => row([code], ({ group }) => group === code)) },
        { dimensions: ['stage'], rows: STAGES.map((code) => row([code], ({ stage }) => stage === code)) },
      ],
    },
    POLICY,
  );
  return {
    ...{ countedAt: NOW, isOfAllTime: true, groupOf: {}, policy: POLICY },
    tables: tables.map(({ dimensions: [dimension], rows }) => ({
      ...(dimension === undefined ? {} : { dimension }),
      rows: rows.map(({ categories: [category = ''], counts }) => ({ category, counts })),
    })),
  };
}

async function published(all: readonly Some[], elsewhere: Parameters<typeof figuresAfter>[5]) {
  const { stood } = everybody(all);
  return figuresAfter([], await poolAlone(all), () => stood, NOW, POLICY, elsewhere);
}

const telling = (pool: ReleasedPool): PoolTelling => ({
  ...{ pool, toldBy: { policy: POLICY } },
  figures: new Set(['members', 'underWay', 'takenIn', 'turnedDown', 'pool', 'outside', 'poolElsewhere']),
});

const UNTOLD: PoolTelling = {
  ...{ pool: withheldPool(CATALOGUE), toldBy: { policy: POLICY } },
  figures: new Set(),
};

/** A pool that was told on some days, and of which so many came or went between any two days. */
const overTime = (told: Readonly<Record<number, ReleasedPool>>, changed = 0): PoolOverTime => ({
  untold: UNTOLD,
  told: Object.entries(told).map(([day, pool]) => ({ asOf: on(Number(day)), telling: telling(pool) })),
  changed: (one, other) => (one.getTime() === other.getTime() ? 0 : changed),
});
/** The same, told today. */
const toldNow = (pool: ReleasedPool) => overTime({ 1: pool });

function without(
  report: ReportOnPools,
  isLeftOut: (measure: string, dimension: string) => boolean,
): ReportOnPools {
  const tables = report.tables.map(({ dimension, rows }) => ({
    ...(dimension === undefined ? {} : { dimension }),
    rows: rows.map(({ category, counts }) => ({
      category,
      counts: Object.fromEntries(
        Object.entries(counts).filter(([measure]) => !isLeftOut(measure, dimension ?? '')),
      ),
    })),
  }));
  return { ...report, tables };
}

type Interval = [number, number];

/** What can be worked out of a count, and what is told of it: `null` where it is withheld, undefined where nothing is. */
interface Worked {
  readonly name: string;
  readonly range: Interval;
  readonly told: ReleasedCount | undefined;
}
const MANY = 10_000;
/** What everybody knows of a count: rounded to the nearest 5, and withheld below 10 or for the sake of others. */
const behind = (told: ReleasedCount | undefined): Interval =>
  told === null || told === undefined ? [0, MANY] : [Math.max(10, told - 2), told + 2];

/**
 * Adds and subtracts what is told until nothing gets narrower, as somebody would on paper: in the report less appointed and
 * left is in the pool, for everybody, each group and each stage; groups and stages add up to everybody.
 */
function worksOut(
  pool: ReleasedPool | undefined,
  report: ReportOnPools | undefined,
  plan?: PlanOnPools,
): readonly Worked[] {
  const count = (dimension: string | undefined, category: string, measure: 'in_pool' | 'appointed') =>
    report?.tables
      .find((table) => table.dimension === dimension)
      ?.rows.find((row) => row.category === category)?.counts[measure];
  const known = new Map<string, { range: Interval; told: ReleasedCount | undefined }>();
  const note = (name: string, told: ReleasedCount | undefined) =>
    known.set(name, { range: behind(told), told });
  const sums: [string, string[]][] = [];
  const kinds = [
    ['all', undefined, ''] as const,
    ...GROUPS.map((code) => [`group ${code}`, 'group', code] as const),
    ...STAGES.map((code) => [`stage ${code}`, 'stage', code] as const),
  ];
  for (const [name, dimension, category] of kinds) {
    note(`ever ${name}`, count(dimension, category, 'in_pool'));
    note(`appointed ${name}`, count(dimension, category, 'appointed'));
    const rows = dimension === 'group' ? pool?.composition.groups : pool?.composition.stages;
    note(
      `in ${name}`,
      dimension === undefined ? undefined : rows?.find(({ code }) => code === category)!.members,
    );
    note(`left ${name}`, undefined);
    sums.push([`ever ${name}`, [`in ${name}`, `appointed ${name}`, `left ${name}`]]);
  }
  for (const kind of ['ever', 'appointed', 'in', 'left']) {
    sums.push([`${kind} all`, GROUPS.map((code) => `${kind} group ${code}`)]);
    sums.push([`${kind} all`, STAGES.map((code) => `${kind} stage ${code}`)]);
  }
  note('ready all', plan?.ready);
  sums.push(['ready all', ['in all']]);
  for (const code of GROUPS) {
    note(`ready ${code}`, plan?.groups.find((row) => row.code === code)?.ready);
    sums.push([`ready ${code}`, [`in group ${code}`]]);
  }
  note('taken in', pool && countOf(pool, 'takenIn'));
  sums.push(['taken in', ['in all', 'appointed all', 'left all']]);
  note('to posts', pool && countOf(pool, 'pool'));
  note('from pools', plan?.fromPools);
  sums.push(['from pools', ['to posts']]);
  note('elsewhere', pool && countOf(pool, 'poolElsewhere'));
  sums.push(['appointed all', ['to posts', 'elsewhere']]);
  const rangeOf = (name: string) => known.get(name)!.range;
  for (let turn = 0; turn < 50; turn += 1) {
    for (const [sum, parts] of sums) {
      const total = (end: 0 | 1, names: readonly string[]) =>
        names.reduce((all, name) => all + rangeOf(name)[end], 0);
      narrow(rangeOf(sum), total(0, parts), total(1, parts));
      for (const part of parts) {
        const others = parts.filter((name) => name !== part);
        narrow(rangeOf(part), rangeOf(sum)[0] - total(1, others), rangeOf(sum)[1] - total(0, others));
      }
    }
  }
  return [...known].map(([name, { range, told }]) => ({ name, range, told }));
}

function narrow(range: Interval, least: number, most: number): void {
  range[0] = Math.max(range[0], least);
  range[1] = Math.min(range[1], most);
}

/** Whoever cannot tell whether a count is small is left all of 0 to 9, and of one that is not ten others. */
const isWide = ([least, most]: Interval) => (least < 10 ? least <= 0 && most >= 9 : most - least >= 9);
const narrowed = (...told: Parameters<typeof worksOut>) =>
  worksOut(...told).filter((count) => count.told === null && !isWide(count.range));

describe('a pool beside an equity report of its programme', () => {
  // 22 nurses were taken in, of whom 2 were appointed: what the report withholds of them the pool would give away.
  const FEW_APPOINTED = [some(20, 'in_pool'), some(2, 'appointed'), some(40, 'in_pool', 'doctor', '2')];

  it('would give away by subtraction what the other withholds', async () => {
    expect(narrowed(await poolAlone(FEW_APPOINTED), await reportOn(FEW_APPOINTED))).not.toEqual([]);
  });

  it('does not tell that where it is told later', async () => {
    const report = await reportOn(FEW_APPOINTED);
    expect(await published(FEW_APPOINTED, {})).toBeDefined();
    expect(await published(FEW_APPOINTED, { reports: [report] })).toBeUndefined();
  });

  it('is told as far as it can be beside a report that leaves out who was appointed', async () => {
    const report = without(await reportOn(FEW_APPOINTED), (measure) => measure === 'appointed');
    const pool = (await published(FEW_APPOINTED, { reports: [report] }))!;
    // The report tells 60 of all and 40 doctors: 20 nurses would leave 6 at the most of the third group.
    expect(pool.composition.groups.map(({ members }) => members)).toEqual([null, 40, null]);
    expect(narrowed(pool, report)).toEqual([]);
  });

  it('is told beside one that counts whoever has left it, and so is the report', async () => {
    const all = GROUPS.flatMap((group, at) => [
      some(40, 'in_pool', group, '1'),
      some(30, 'in_pool', group, '2'),
      ...[some(12, 'appointed', group, '1'), some(10 + at, 'left', group, '2')],
    ]);
    const report = await reportOn(all);
    expect(report.tables[0]!.rows[0]!.counts).toEqual({ in_pool: 280, appointed: 35 });
    const pool = (await published(all, { reports: [report] }))!;
    expect(pool.composition.groups.map(({ members }) => members)).toEqual([70, 70, 70]);
    expect(narrowed(pool, report)).toEqual([]);
    expect(await withheldInReport([toldNow(await poolAlone(all))], [], report, POLICY)).toBeDefined();
  });

  it('has the report leave it out where that is told later', async () => {
    const pool = await poolAlone(FEW_APPOINTED);
    const report = await reportOn(FEW_APPOINTED);
    const columns = await withheldInReport([toldNow(pool)], [], report, POLICY);
    const left = without(report, (measure, dimension) =>
      (columns as ReadonlySet<string>).has(`${measure} ${dimension}`),
    );
    expect(columns).toBeDefined();
    expect(narrowed(pool, left)).toEqual([]);
  });
});

/** What a plan tells of the same people, proved by itself. */
async function planOn(all: readonly Some[]): Promise<PlanOnPools> {
  const inPool = all.filter(({ standing }) => standing === 'in_pool');
  const sum = (of: readonly Some[]) => of.reduce((n, { people }) => n + people, 0);
  const row = (categories: readonly string[], of: readonly Some[]) => ({
    categories,
    counts: { people: sum(of) },
  });
  const { tables } = await releaseTables(
    {
      ...{ dimensions: [{ code: 'group', categories: GROUPS }], measures: ['people'], parts: [] },
      tables: [
        { dimensions: [], rows: [row([], inPool)] },
        {
          dimensions: ['group'],
          rows: GROUPS.map((code) =>
            row(
              [code],
              inPool.filter(({ group }) => group === code),
            ),
          ),
        },
      ],
    },
    POLICY,
  );
  const appointed = sum(all.filter(({ standing }) => standing === 'appointed'));
  return {
    ...{ countedAt: NOW, toldBy: { policy: POLICY }, filled: appointed + 100 },
    ready: tables[0]!.rows[0]!.counts.people,
    groups: tables[1]!.rows.map(({ categories: [code = ''], counts }) => ({ code, ready: counts.people })),
    fromPools: releasedCount(appointed, POLICY),
  };
}

/** Everything that is told of some people, in whatever order. */
interface Told {
  readonly pool?: ReleasedPool;
  readonly report?: ReportOnPools;
  readonly plan?: PlanOnPools;
}

/** What is told next, beside all that was told before; of a plan nothing stands of what it leaves out. */
const TELLERS: Readonly<Record<keyof Told, (told: Told, all: readonly Some[]) => Promise<Told>>> = {
  pool: async ({ report, plan }, all) => {
    const elsewhere = { reports: report ? [report] : [], plans: plan ? [plan] : [] };
    const pool = await published(all, elsewhere);
    return pool === undefined ? {} : { pool };
  },
  report: async ({ pool, plan }, all) => {
    const report = await reportOn(all);
    const columns = await withheldInReport(
      [overTime(pool ? { 1: pool } : {})],
      plan ? [plan] : [],
      report,
      POLICY,
    );
    const names: ReadonlySet<string> | undefined = columns;
    return {
      report: without(report, (measure, dimension) => names?.has(`${measure} ${dimension}`) ?? true),
    };
  },
  plan: async ({ pool, report }, all) => {
    const plan = await planOn(all);
    const told = { otherPools: [overTime(pool ? { 1: pool } : {})], reports: report ? [report] : [] };
    const withheld = (await withheldInPlan(told, plan, POLICY)) ?? new Set(PLAN_FIGURES);
    return {
      plan: {
        ...plan,
        ready: withheld.has('ready') ? null : plan.ready,
        groups: withheld.has('readyByGroup')
          ? plan.groups.map((row) => ({ ...row, ready: null }))
          : plan.groups,
        fromPools: withheld.has('fromPools') ? null : plan.fromPools,
      },
    };
  },
};

describe('a pool, a report and a plan on the same people', () => {
  it('leave every withheld count ten values, in whatever order they are told, and tell something', async () => {
    const people = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 50 }));
    const cohort = fc.record({
      people,
      group: fc.constantFrom(...GROUPS),
      stage: fc.constantFrom(...STAGES),
      standing: fc.constantFrom('in_pool', 'in_pool', 'appointed', 'appointed_elsewhere', 'left'),
    }) as fc.Arbitrary<Some>;
    const order = fc
      .shuffledSubarray<keyof Told>(['pool', 'report', 'plan'], { minLength: 2 })
      .filter((tellers) => tellers.length > 1);
    const toldLast = { pool: 0, report: 0, plan: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(cohort, { minLength: 2, maxLength: 8 }), order, async (all, tellers) => {
        let told: Told = {};
        for (const teller of tellers) {
          const before = new Map(worksOut(...inOrder(told)).map(({ name, range }) => [name, range]));
          const more = await TELLERS[teller](told, all);
          told = { ...told, ...more };
          // What was narrow before is no fault of what is told now, which leaves it as it was.
          const isAsBefore = ({ name, range }: Worked) => range.join() === before.get(name)?.join();
          expect(narrowed(...inOrder(told)).filter((count) => !isAsBefore(count))).toEqual([]);
          const tells = worksOut(...inOrder(more)).some((count) => typeof count.told === 'number');
          if (tells && teller === tellers.at(-1)) toldLast[teller] += 1;
        }
      }),
      { numRuns: 60, seed: 20261201 },
    );
    for (const often of Object.values(toldLast)) expect(often).toBeGreaterThan(10);
  }, 60_000);
});

/** For the attack; a figure of a plan of which nothing stands is left out, and withholds no count. */
function inOrder({ pool, report, plan }: Told): Parameters<typeof worksOut> {
  const groups = plan?.groups.some(({ ready }) => ready !== null) ? plan.groups : [];
  return [pool, report, plan && { ...plan, groups }];
}

describe('a pool beside the leadership plan of its programme', () => {
  const plan = (more: Partial<PlanOnPools>): PlanOnPools => ({
    ...{ countedAt: NOW, toldBy: { policy: POLICY }, ready: null, groups: [], filled: 0, fromPools: null },
    ...more,
  });

  it('is not told again a few people later by the other', async () => {
    // The pool told 20 nurses. One more, and the plan would tell 25 of the same.
    const pool = await poolAlone([some(22, 'in_pool'), some(40, 'in_pool', 'doctor')]);
    const later = plan({
      ready: 65,
      groups: [
        { code: 'nurse', ready: 25 },
        { code: 'doctor', ready: 40 },
      ],
    });
    expect(await withheldInPlan({ otherPools: [toldNow(pool)] }, later, POLICY)).toBeUndefined();
    const same = plan({
      ready: 60,
      groups: [
        { code: 'nurse', ready: 20 },
        { code: 'doctor', ready: 40 },
      ],
    });
    // All less the groups that the pool tells would leave 6 at the most of the third.
    expect(await withheldInPlan({ otherPools: [toldNow(pool)] }, same, POLICY)).toEqual(new Set(['ready']));
  });

  it('does not tell how few posts were filled from outside', async () => {
    // 24 posts were filled: 20 of them from the pool would leave 2 to 6.
    const pool = await poolAlone([some(20, 'appointed')]);
    const withheld = await withheldOverTime([], telling(pool), POLICY, { plans: [plan({ filled: 24 })] });
    expect(withheld).toContain('pool');
  });

  it('does not give away a group of one pool by what another pool tells', async () => {
    const otherPools = [await poolAlone([some(20, 'in_pool')]), await poolAlone([some(5, 'in_pool')])].map(
      toldNow,
    );
    const later = plan({ ready: 25, groups: [{ code: 'nurse', ready: 25 }] });
    expect(await withheldInPlan({ otherPools }, later, POLICY)).toContain('ready');
  });
});

describe('what is told on different days', () => {
  // On the first day a report tells 60 in a pool, and withholds who was appointed: 2 nurses were.
  const ALL = [...GROUPS.map((group) => some(20, 'in_pool', group)), some(2, 'appointed')];
  const plan: PlanOnPools = {
    ...{ countedAt: on(3), toldBy: { policy: POLICY }, ready: 60, groups: [], filled: 0, fromPools: null },
  };
  const silent = withheldPool(CATALOGUE);
  const withheld = async (otherPools: readonly PoolOverTime[]) =>
    withheldInPlan({ otherPools, reports: [await reportOn(ALL)] }, plan, POLICY);

  it('is of the same people where few have come or gone, whatever was told between', async () => {
    expect(await withheld([overTime({ 2: silent })])).toContain('ready');
    expect(await withheld([overTime({ 2: silent }, 9)])).toContain('ready');
  });

  it('is of others once ten came or went', async () => {
    expect(await withheld([overTime({ 2: silent }, 10)])).toEqual(new Set());
  });

  it('is of the same people of one pool though many came to another since', async () => {
    const one = await poolAlone(ALL.slice(0, 3));
    const grown = await poolAlone([some(200, 'in_pool')]);
    const report = await reportOn([...ALL, some(2, 'appointed', 'doctor')]);
    // The report is of both pools as they were, the other of which was empty then. It is not taken for one of it as it is now.
    const beside = (pools: readonly PoolOverTime[]) => withheldInReport(pools, [], report, POLICY);
    expect(await beside([overTime({ 1: one }), overTime({ 2: grown }, 200)])).toBeDefined();
    expect(await beside([overTime({ 1: one }), overTime({ 2: grown }, 0)])).toBeUndefined();
  });

  it('is held beside what another pool had told at the time', async () => {
    const [then, now] = [await poolAlone([some(5, 'in_pool')]), await poolAlone([some(50, 'in_pool')])];
    const members = GROUPS.map((group) => some(20, 'in_pool', group));
    const one = overTime({ 1: await poolAlone(members) });
    // 25 nurses in both, of whom 18 to 22 are in the one: the other had some, and says nothing of them by its 50 of later.
    const groups = GROUPS.map((code) => ({ code, ready: code === 'nurse' ? 25 : 20 }));
    const beside = (told: Readonly<Record<number, ReleasedPool>>) =>
      withheldInPlan(
        { otherPools: [one, overTime(told, 45)] },
        { ...plan, countedAt: NOW, ready: null, groups },
        POLICY,
      );
    expect(await beside({ 1: then, 9: now })).toContain('readyByGroup');
    expect(await beside({ 9: now })).toEqual(new Set());
  });
});
