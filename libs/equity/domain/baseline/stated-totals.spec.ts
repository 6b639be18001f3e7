import type { BaselinePart } from './baseline';
import { totalProblems } from './stated-totals';

const COUNT = 1_000;
const organisations = Array.from({ length: COUNT }, (_, at) => `trust ${at}`);

/** Parts that count how often somebody looks at one of their members. */
function watched(parts: readonly BaselinePart[]) {
  const looks = { count: 0 };
  const get = (part: BaselinePart, member: keyof BaselinePart) => {
    looks.count += 1;
    return part[member];
  };
  const seen = parts.map((part) => new Proxy(part, { get: (of, member) => get(of, member as never) }));
  return { looks, parts: seen };
}

describe('Totals that a baseline states', () => {
  it('are compared with what parts add up to, and those that are wrong are told by their row', () => {
    const parts = [
      { profession: 'midwife', grade: 'afc_7', people: 3 },
      { profession: 'midwife', people: 2 },
    ];
    const totals = [
      { row: 4, of: { profession: 'midwife' }, people: 5 },
      { row: 5, of: { grade: 'afc_7' }, people: 5 },
      { row: 6, of: { profession: 'dietitian' }, people: 1 },
    ];
    expect(totalProblems('workforce', totals, parts)).toEqual([
      'workforce: row 5, column headcount: it states a total of 5, and the rows under it add up to 3',
      'workforce: row 6, column headcount: it states a total of 1, and the rows under it add up to 0',
    ]);
  });

  it('are many of many parts without going through the parts for each', () => {
    const { looks, parts } = watched(
      organisations.map((organisationId) => ({ organisationId, profession: 'midwife', people: 2 })),
    );
    const totals = organisations.map((organisationId, at) => ({
      row: at + 2,
      of: { organisationId },
      people: 2,
    }));
    expect(totalProblems('workforce', totals, parts)).toEqual([]);
    // Each total against each part would be a million.
    expect(looks.count).toBeLessThan(5 * COUNT);
  });
});
