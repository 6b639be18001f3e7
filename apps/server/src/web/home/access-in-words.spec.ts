import { accessInWords } from './access-in-words';
import type { AccessOfGroup } from './latest-published-round';

function rows(rates: Readonly<Record<string, number | null>>): AccessOfGroup[] {
  return Object.entries(rates).map(([title, accessRate]) => ({
    ...{ path: title, title, accessRate },
    ...{ places: null, asked: null, matched: null },
  }));
}

describe('access in words', () => {
  it.each([
    [
      { Nurses: 75, Midwives: 60, Dentists: 50 },
      'The access rate was highest for Nurses (75%) and lowest for Dentists (50%): 25 percentage points apart.',
    ],
    [
      { Nurses: 75, Midwives: 75, Dentists: 74, Optometrists: null },
      'The access rate was highest for Nurses and Midwives (75%) and lowest for Dentists (74%): 1 percentage point ' +
        'apart. The rate of 1 group is not shown.',
    ],
    [
      { Nurses: 60, Midwives: 60, Dentists: 60, Optometrists: null, Scientists: null },
      'The access rate was 60% for each of Nurses, Midwives and Dentists. The rates of 2 groups are not shown.',
    ],
    [{ Nurses: 0, Dentists: null }, 'The access rate was 0% for Nurses. The rate of 1 group is not shown.'],
    [{ Nurses: null }, 'No professional group is large enough for its access rate to be shown.'],
    [{}, 'No professional group is large enough for its access rate to be shown.'],
  ])('of %j', (rates, words) => {
    expect(accessInWords(rows(rates))).toBe(words);
  });
});
