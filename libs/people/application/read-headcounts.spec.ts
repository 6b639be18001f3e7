import { InputRefused } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import { readHeadcounts } from './read-headcounts';

const table = (
  columns: readonly string[],
  ...rows: (readonly string[])[]
): Parameters<typeof readHeadcounts>[0] => ({
  name: 'workforce.csv',
  columns,
  rows,
});

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InputRefused) {
      return error.problems;
    }
    throw error;
  }
  return [];
}

describe('A table of headcounts', () => {
  it('holds a headcount for each profession, whatever label names it; blank rows and other columns do not matter', () => {
    const headcounts = readHeadcounts(
      table(['Region', 'Headcount', 'profession'], ['x', '120', 'Physiotherapists'], [], ['x', ' 0 ', 'OT']),
      healthAndCare,
    );
    expect([...headcounts]).toEqual([
      ['physiotherapist', 120],
      ['occupational_therapist', 0],
    ]);
  });

  it('is refused without its columns, each named', () => {
    expect(problemsOf(() => readHeadcounts(table(['people']), healthAndCare))).toEqual([
      'workforce.csv: column profession is missing',
      'workforce.csv: column headcount is missing',
    ]);
  });

  it('is refused with every fault by row and column', () => {
    const rows = [
      ['physiotherapist', '10'],
      ['astronaut', '-1'],
      ['Physiotherapists', '1.5'],
    ];
    expect(
      problemsOf(() => readHeadcounts(table(['profession', 'headcount'], ...rows), healthAndCare)),
    ).toEqual([
      'workforce.csv: row 3, column profession: "astronaut" is no profession',
      'workforce.csv: row 3, column headcount: "-1" is no whole number from 0 up',
      'workforce.csv: row 4, column profession: "Physiotherapists" is the profession of an earlier row',
      'workforce.csv: row 4, column headcount: "1.5" is no whole number from 0 up',
    ]);
  });
});
