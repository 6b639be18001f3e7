import fc from 'fast-check';
import type { CompositionRow, PoolComposition } from './pool-composition';
import { releaseComposition, releaseDecisions, type ReleasedShare } from './released-composition';

const GROUPS = ['ahp', 'nurse', 'doctor'];
const STAGES = ['1', '2'];
const SMALLEST = 10;

/** A composition from how many members each group has at each stage. */
function compositionFrom(cells: readonly (readonly number[])[]): PoolComposition {
  const row = (code: string, members: number): CompositionRow => ({
    code,
    counts: { interested: 0, assessed: 0, in_pool: members },
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    groups: GROUPS.map((code, group) => row(code, sum(cells[group]!))),
    stages: STAGES.map((code, stage) => row(code, sum(cells.map((counts) => counts[stage]!)))),
  };
}

/**
 * Every true count that can stand behind what is told, for a reader who knows which withheld counts are small. Where all
 * stages are withheld, nobody can know that.
 */
function possibleCounts({ members }: ReleasedShare, { counts }: CompositionRow, most: number): number[] {
  return Array.from({ length: most + 1 }, (_, count) => count).filter((count) =>
    members === null
      ? count < SMALLEST === counts.in_pool < SMALLEST
      : count >= SMALLEST && Math.floor(count / 5 + 1 / 2) * 5 === members,
  );
}

/** Every sum of one number of each list. */
function sums(lists: readonly (readonly number[])[]): Set<number> {
  return lists.reduce(
    (found, list) => new Set([...found].flatMap((sum) => list.map((each) => sum + each))),
    new Set([0]),
  );
}

/** How few values a reader of everything that is told is left with for a count that is withheld. */
function fewestLeft(composition: PoolComposition): number {
  const told = releaseComposition(composition);
  // Larger than any true total here by so much that no more than a few values are left out of what is without an end.
  const most = 150;
  const noStage = told.stages.every(({ members }) => members === null);
  const tables = [
    told.groups.map((share, at) => possibleCounts(share, composition.groups[at]!, most)),
    told.stages.map((share, at) =>
      noStage
        ? Array.from({ length: most + 1 }, (_, count) => count)
        : possibleCounts(share, composition.stages[at]!, most),
    ),
  ];
  const toldTotals = (total: number) =>
    told.members === null || (total >= SMALLEST && Math.floor(total / 5 + 1 / 2) * 5 === told.members);
  const totals = [...sums(tables[0]!)].filter((total) => sums(tables[1]!).has(total) && toldTotals(total));
  const left = [told.groups, told.stages].flatMap((shares, which) =>
    shares.flatMap(({ members }, at) => {
      if (members !== null) return [];
      const others = sums(tables[which]!.filter((_, other) => other !== at));
      const values = tables[which]![at]!.filter((value) => totals.some((total) => others.has(total - value)));
      return [values.length];
    }),
  );
  return Math.min(...left, Number.POSITIVE_INFINITY);
}

describe('a released composition', () => {
  it('withholds a group of three, which the totals and the stages do not give away', () => {
    const composition = compositionFrom([
      [3, 0],
      [40, 0],
      [0, 0],
    ]);
    const told = releaseComposition(composition);
    expect(told.groups[0]).toEqual({ code: 'ahp', members: null, share: null });
    expect(told.groups[1]!.members).toBe(40);
    expect(fewestLeft(composition)).toBeGreaterThanOrEqual(SMALLEST);
  });

  it('withholds the stages where they would tell a total that is withheld for the sake of a group', () => {
    const composition = compositionFrom([
      [3, 0],
      [17, 21],
      [0, 0],
    ]);
    const told = releaseComposition(composition);
    expect(told.members).toBeNull();
    expect(told.groups.map(({ members }) => members)).toEqual([null, 40, null]);
    expect(told.stages.map(({ members }) => members)).toEqual([null, null]);
    expect(fewestLeft(composition)).toBeGreaterThanOrEqual(SMALLEST);
  });

  it('tells everything of a large pool, with shares from rounded counts', () => {
    const told = releaseComposition(
      compositionFrom([
        [21, 12],
        [33, 44],
        [18, 12],
      ]),
    );
    expect(told.members).toBe(140);
    expect(told.groups).toEqual([
      { code: 'ahp', members: 35, share: 25 },
      { code: 'nurse', members: 75, share: 54 },
      { code: 'doctor', members: 30, share: 21 },
    ]);
    expect(told.stages.map(({ members }) => members)).toEqual([70, 70]);
  });

  it('leaves ten values or more to every count that it withholds, whoever combines its tables', () => {
    const size = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 22 }));
    const cells = fc.array(fc.tuple(size, size), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(cells, (counts) => {
        expect(fewestLeft(compositionFrom(counts))).toBeGreaterThanOrEqual(SMALLEST);
      }),
      { numRuns: 200 },
    );
  });
});

describe('released decisions', () => {
  it('are rounded by outcome', () => {
    expect(releaseDecisions({ in_pool: 33, not_in_pool: 58 })).toEqual({
      decisions: 90,
      outcomes: [
        { outcome: 'in_pool', decisions: 35 },
        { outcome: 'not_in_pool', decisions: 60 },
      ],
    });
  });

  it('do not give away by their sum an outcome that is withheld', () => {
    expect(releaseDecisions({ in_pool: 3, not_in_pool: 58 })).toEqual({
      decisions: null,
      outcomes: [
        { outcome: 'in_pool', decisions: null },
        { outcome: 'not_in_pool', decisions: 60 },
      ],
    });
  });
});
