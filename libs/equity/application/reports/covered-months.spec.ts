import { InputRefused } from '@evenhand/kernel';
import { coveredMonths, refuseUncovered } from './covered-months';

describe('The windows of reports', () => {
  it.each([
    [730, '2026-10-01', [12, 24]],
    // A year of 366 days in it.
    [730, '2024-10-01', [12, 24]],
    [364, '2026-10-01', [12]],
    [363, '2026-10-01', []],
    [1_096, '2026-10-01', [12, 24, 36]],
  ])(
    'are those of which nobody is missing: of what is kept for %i days until %s',
    (days, lastDay, months) => {
      expect(coveredMonths(lastDay, days)).toEqual(months);
    },
  );

  it('are refused by the name of the setting where they look back further', () => {
    const refusal = (work: () => void): readonly string[] => {
      try {
        work();
      } catch (error) {
        if (error instanceof InputRefused) return error.problems;
      }
      return [];
    };
    expect(refusal(() => refuseUncovered(24, '2026-10-01', 730))).toEqual([]);
    expect(refusal(() => refuseUncovered(36, '2026-10-01', 730))).toEqual([
      'months: it must be one of 12, 24: what is over is removed after 730 days here (CLOSED_RECORD_DAYS), and a report ' +
        'on 36 months would leave out whose request was withdrawn or expired before',
    ]);
  });
});
