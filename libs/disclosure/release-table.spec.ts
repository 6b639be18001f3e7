import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import { releaseTable } from './release-table';

const POLICY = DEFAULT_DISCLOSURE_POLICY;

function released(...counts: number[]): { rows: (number | null)[]; total: number | null } {
  const table = releaseTable(
    counts.map((asked, at) => ({ key: `group-${at}`, counts: { asked } })),
    POLICY,
  );
  return { rows: table.rows.map((row) => row.counts.asked), total: table.totals.asked };
}

describe('a released table', () => {
  it('adds up what it tells, not what is true', () => {
    expect(released(12, 12, 12, 12)).toEqual({ rows: [10, 10, 10, 10], total: 40 });
  });

  it('leaves out of its totals what it withholds', () => {
    expect(released(400, 150, 80, 40, 12, 4)).toEqual({ rows: [400, 150, 80, 40, 10, null], total: 680 });
    expect(released(3, 200)).toEqual({ rows: [null, 200], total: 200 });
  });

  it('has no total where it tells no row, however many are in them together', () => {
    expect(released(9, 8, 7, 6, 5)).toEqual({ rows: [null, null, null, null, null], total: null });
    expect(released(3)).toEqual({ rows: [null], total: null });
  });

  it('judges every count by itself, and keeps the order of rows', () => {
    const table = releaseTable(
      [
        { key: 'nurse', counts: { asked: 120, matched: 84 } },
        { key: 'pharmacist', counts: { asked: 31, matched: 9 } },
        { key: 'optometrist', counts: { asked: 0, matched: 0 } },
      ],
      POLICY,
    );
    expect(table).toEqual({
      rows: [
        { key: 'nurse', counts: { asked: 120, matched: 85 } },
        { key: 'pharmacist', counts: { asked: 30, matched: null } },
        { key: 'optometrist', counts: { asked: null, matched: null } },
      ],
      totals: { asked: 150, matched: 85 },
    });
  });

  it('is empty where there is nothing to release', () => {
    expect(releaseTable([], POLICY)).toEqual({ rows: [], totals: {} });
  });

  it('refuses what counts nobody', () => {
    expect(() => released(12, -1)).toThrow('A count is a whole number from 0 on, not -1');
  });
});
