import { InputRefused } from '@evenhand/kernel';
import { pairKey } from './compiled-people';
import { readEarlierPairs } from './earlier-pairs';

const read = (columns: readonly string[], ...rows: (readonly string[])[]): ReadonlySet<string> =>
  readEarlierPairs({ name: 'earlier.csv', columns, rows });

function problemsOf(...table: Parameters<typeof read>): readonly string[] {
  try {
    read(...table);
  } catch (error) {
    if (error instanceof InputRefused) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

describe('Earlier pairs', () => {
  it('are read from a former matches.csv: by two columns, whatever else stands there', () => {
    const pairs = read(
      ['Mentee_ID', 'mentee_name', 'mentor_id', 'score'],
      ['m1', 'Ana Ford', ' x1 ', '8950'],
      [],
      ['m2', '', 'x1', ''],
      ["'-m3", '', 'x1', ''],
      ['m2', '', 'x1', ''],
    );
    expect([...pairs]).toEqual([pairKey('m1', 'x1'), pairKey('m2', 'x1'), pairKey('-m3', 'x1')]);
  });

  it('are refused without their columns, each named', () => {
    expect(problemsOf(['mentee'])).toEqual([
      'earlier.csv: column mentee_id is missing',
      'earlier.csv: column mentor_id is missing',
    ]);
  });

  it('are refused with every fault by row and column', () => {
    expect(problemsOf(['mentee_id', 'mentor_id'], ['m1', 'x1'], ['', 'x1'], ['m 2', 'x;1'])).toEqual([
      'earlier.csv: row 3, column mentee_id: an id is missing',
      'earlier.csv: row 4, column mentee_id: "m 2" is no id',
      'earlier.csv: row 4, column mentor_id: "x;1" is no id',
    ]);
  });
});
