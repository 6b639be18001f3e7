import { isDay } from '@evenhand/kernel';
import fc from 'fast-check';
import { firstDayOf, WINDOW_MONTHS } from './report-order';

describe('The window of a report', () => {
  it.each([
    ['2026-10-01', 24, '2024-10-02'],
    ['2026-03-31', 12, '2025-04-01'],
    ['2024-02-29', 36, '2021-03-01'],
    // The day after the last is the first of a month, or there is no such day so many months before.
    ['2026-02-28', 24, '2024-03-01'],
    ['2024-02-28', 12, '2023-02-28'],
    ['2026-12-31', 12, '2026-01-01'],
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

  it('moves on by a day with the day on which it ends, or waits for the month to have it', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    const dayOf = (date: Date, later = 0) =>
      new Date(date.getTime() + later * 86_400_000).toISOString().slice(0, 10);
    fc.assert(
      fc.property(days, fc.constantFrom(...WINDOW_MONTHS), (date, months) => {
        const first = firstDayOf(dayOf(date), months);
        const next = firstDayOf(dayOf(date, 1), months);
        expect([first, dayOf(new Date(first), 1), dayOf(new Date(first), 2)]).toContain(next);
      }),
    );
  });
});
