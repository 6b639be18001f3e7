import type { Headcounts } from './pool-composition';
import { releaseComposition, releaseDecisions } from './released-composition';

const GROUPS = ['ahp', 'nurse', 'doctor'];
const STAGES = ['1', '2'];

/** Counts of the same people by group and by stage, from how many each group has at each stage. */
function headcountsFrom(cells: readonly (readonly number[])[]): Headcounts {
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
  return {
    groups: cells.map((counts, group) => ({ code: GROUPS[group]!, people: sum(counts) })),
    stages: STAGES.slice(0, cells[0]!.length).map((code, stage) => ({
      code,
      people: sum(cells.map((counts) => counts[stage]!)),
    })),
  };
}

describe('a released composition', () => {
  it('withholds a group of three, its part of the total, and the stages that would tell it', () => {
    const told = releaseComposition(
      headcountsFrom([
        [3, 0],
        [17, 23],
        [20, 0],
      ]),
    );
    expect(told).toEqual({
      members: 60,
      groups: [
        { code: 'ahp', members: null, share: null },
        { code: 'nurse', members: 40, share: 67 },
        { code: 'doctor', members: 20, share: 33 },
      ],
      stages: [
        { code: '1', members: null, share: null },
        { code: '2', members: null, share: null },
      ],
    });
  });

  it('tells no stage where only a stage is small', () => {
    const told = releaseComposition(
      headcountsFrom([
        [21, 2],
        [33, 1],
        [18, 0],
      ]),
    );
    expect(told.groups.map(({ members }) => members)).toEqual([25, 35, 20]);
    expect(told.stages.map(({ members }) => members)).toEqual([null, null]);
  });

  it('tells everything of a large pool, with shares from rounded counts', () => {
    const told = releaseComposition(
      headcountsFrom([
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

  it('leaves all ten values to every group that it withholds, whoever inverts its making', () => {
    const counts = Array.from({ length: 13 }, (_, count) => count);
    const pairs = counts.flatMap((one) => counts.map((other) => [one, other]));
    const values = new Map<string, Set<number>>();
    for (const one of pairs) {
      for (const other of pairs) {
        const composition = headcountsFrom([one, other]);
        const told = releaseComposition(composition);
        const looks = JSON.stringify(told);
        told.groups.forEach(({ code, members }, at) => {
          if (members !== null) return;
          const group = `${looks} ${code}`;
          values.set(group, (values.get(group) ?? new Set()).add(composition.groups[at]!.people));
        });
      }
    }
    expect(values.size).toBeGreaterThan(0);
    for (const behind of values.values()) {
      expect([...behind].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });
});

describe('released decisions', () => {
  it('are rounded by outcome', () => {
    expect(releaseDecisions({ in_pool: 33, not_in_pool: 58 })).toEqual({
      decisions: 95,
      outcomes: [
        { outcome: 'in_pool', decisions: 35 },
        { outcome: 'not_in_pool', decisions: 60 },
      ],
    });
  });

  it('do not give away by their sum an outcome that is withheld', () => {
    expect(releaseDecisions({ in_pool: 3, not_in_pool: 58 })).toEqual({
      decisions: 60,
      outcomes: [
        { outcome: 'in_pool', decisions: null },
        { outcome: 'not_in_pool', decisions: 60 },
      ],
    });
  });
});
