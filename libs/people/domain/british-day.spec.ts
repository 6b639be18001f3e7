import { britishDay } from './british-day';

describe('a day as Britain writes it', () => {
  it.each([
    ['01/02/2026', '2026-02-01'],
    ['1/2/2026', '2026-02-01'],
    ['29/2/2028', '2028-02-29'],
    ['31/12/2025', '2025-12-31'],
  ])('%s is %s', (text, day) => {
    expect(britishDay(text)).toBe(day);
  });

  it.each([
    '',
    '29/02/2026',
    '12/31/2025',
    '0/1/2026',
    '1/2/26',
    '2026/02/01',
    '2026-02-01',
    '1.2.2026',
    '1/2/2026 9:00',
  ])('"%s" is none', (text) => {
    expect(britishDay(text)).toBeUndefined();
  });
});
