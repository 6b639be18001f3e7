import { InputRefused } from '@evenhand/kernel';
import { healthAndCare } from '@evenhand/taxonomy';
import { readBaseline } from './baseline';

const table = (
  columns: readonly string[],
  ...rows: (readonly string[])[]
): Parameters<typeof readBaseline>[0] => ({
  name: 'baseline.csv',
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

describe('A baseline', () => {
  it('holds a headcount for each profession, whatever label names it; blank rows and other columns do not matter', () => {
    const baseline = readBaseline(
      table(['Region', 'Headcount', 'profession'], ['x', '120', 'Physiotherapists'], [], ['x', ' 0 ', 'OT']),
      healthAndCare,
    );
    expect([...baseline]).toEqual([
      ['physiotherapist', 120],
      ['occupational_therapist', 0],
    ]);
  });

  it('is refused without its columns, each named', () => {
    expect(problemsOf(() => readBaseline(table(['people']), healthAndCare))).toEqual([
      'baseline.csv: column profession is missing',
      'baseline.csv: column headcount is missing',
    ]);
  });

  it('is refused with every fault by row and column', () => {
    const rows = [
      ['physiotherapist', '10'],
      ['astronaut', '-1'],
      ['Physiotherapists', '1.5'],
    ];
    expect(
      problemsOf(() => readBaseline(table(['profession', 'headcount'], ...rows), healthAndCare)),
    ).toEqual([
      'baseline.csv: row 3, column profession: "astronaut" is no profession',
      'baseline.csv: row 3, column headcount: "-1" is no whole number from 0 up',
      'baseline.csv: row 4, column profession: "Physiotherapists" is the profession of an earlier row',
      'baseline.csv: row 4, column headcount: "1.5" is no whole number from 0 up',
    ]);
  });
});
