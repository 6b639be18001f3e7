import { isDay } from '@evenhand/kernel';
import fc from 'fast-check';
import { firstDayOf, WINDOW_MONTHS } from './report-order';

describe('The window of a report', () => {
  it.each([
    ['2026-10-01', 24, '2024-10-02'],
    ['2026-03-31', 12, '2025-04-01'],
    ['2024-02-29', 36, '2021-03-02'],
  ])('that ends on %s and has %d months begins on %s', (last, months, first) => {
    expect(firstDayOf(last, months)).toBe(first);
  });

  it('always begins on a day of the calendar, before it ends', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom(...WINDOW_MONTHS), (date, months) => {
        const last = date.toISOString().slice(0, 10);
        const first = firstDayOf(last, months);
        expect(isDay(first)).toBe(true);
        expect(first < last).toBe(true);
      }),
    );
  });
});
