import { daysBetween, isDay } from './day';

describe('a day', () => {
  it.each(['2026-11-01', '2024-02-29', '0001-01-01', '9999-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '0000-01-01',
    '2026-00-10',
    '01/02/2026',
    '2026-1-1',
    '2026-11-01T00:00',
    ' 2026-11-01',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is counted from another without regard to summer time or leap seconds', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-11-02', '2026-11-01')).toBe(-1);
  });
});
