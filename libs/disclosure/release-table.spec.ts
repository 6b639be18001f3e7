import { releaseTable } from './release-table';

function released(...counts: number[]): { rows: (number | null)[]; total: number | null } {
  const table = releaseTable(counts.map((asked, at) => ({ key: `group-${at}`, counts: { asked } })));
  return { rows: table.rows.map((row) => row.counts.asked), total: table.totals.asked };
}

describe('a released table', () => {
  it('rounds its rows and, from true counts, its totals', () => {
    expect(released(12, 12, 12, 12)).toEqual({ rows: [10, 10, 10, 10], total: 50 });
  });

  it('withholds one small count alone where the rounding of many rows hides it', () => {
    expect(released(400, 150, 80, 40, 12, 4)).toEqual({ rows: [400, 150, 80, 40, 10, null], total: 685 });
  });

  it('withholds the smallest further row where subtraction would narrow a small count', () => {
    // 55 stands for 53 to 57 and each 15 for 13 to 17: without more, the first row would be 0 to 5.
    expect(released(3, 13, 14, 25)).toEqual({ rows: [null, null, 15, 25], total: 55 });
  });

  it('withholds its total where otherwise no row would be left to show', () => {
    expect(released(3, 200)).toEqual({ rows: [null, 200], total: null });
    expect(released(3)).toEqual({ rows: [null], total: null });
  });

  it('shows no total of rows that are few in all', () => {
    expect(released(1, 0, 8)).toEqual({ rows: [null, null, null], total: null });
  });

  it('tells the total of small rows where it leaves each of them open', () => {
    expect(released(9, 8, 7, 6, 5)).toEqual({ rows: [null, null, null, null, null], total: 35 });
    expect(released(0, 0, 10, 0)).toEqual({ rows: [null, null, 10, null], total: null });
  });

  it('withholds in every column the row that is withheld to protect another, and keeps the order of rows', () => {
    const table = releaseTable([
      { key: 'nurse', counts: { asked: 120, matched: 84 } },
      { key: 'pharmacist', counts: { asked: 31, matched: 22 } },
      { key: 'optometrist', counts: { asked: 0, matched: 0 } },
    ]);
    expect(table).toEqual({
      rows: [
        { key: 'nurse', counts: { asked: 120, matched: 85 } },
        { key: 'pharmacist', counts: { asked: null, matched: null } },
        { key: 'optometrist', counts: { asked: null, matched: null } },
      ],
      totals: { asked: 150, matched: 105 },
    });
  });

  it('withholds no row for a column whose total it withholds in the end', () => {
    const table = releaseTable([
      { key: 'nurse', counts: { asked: 120, places: 12 } },
      { key: 'pharmacist', counts: { asked: 80, places: 11 } },
      { key: 'optometrist', counts: { asked: 60, places: 0 } },
    ]);
    expect(table.rows.map(({ counts }) => counts)).toEqual([
      { asked: 120, places: 10 },
      { asked: 80, places: 10 },
      { asked: 60, places: null },
    ]);
    expect(table.totals).toEqual({ asked: 260, places: null });
  });

  it('is empty where there is nothing to release', () => {
    expect(releaseTable([])).toEqual({ rows: [], totals: {} });
  });
});
