import { accessInWords } from './access-in-words';
import type { AccessOfGroup } from './latest-published-round';
import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';

/** Matched and asked of each group, as they are released; null where they are withheld. */
function rows(counts: Readonly<Record<string, readonly [number, number] | null>>): AccessOfGroup[] {
  return Object.entries(counts).map(([title, released]) => {
    const [matched, asked] = released ?? [null, null];
    const accessRate = matched === null ? null : Math.round((100 * matched) / asked);
    return { path: title, title, places: null, matched, asked, accessRate };
  });
}

describe('access in words', () => {
  it.each<[Record<string, [number, number] | null>, string]>([
    [
      { Nurses: [300, 400], Midwives: [240, 400], Dentists: [200, 400] },
      'The access rate was highest for Nurses (75%) and lowest for Dentists (50%): 25 percentage points apart.',
    ],
    [
      { Nurses: [750, 1000], Midwives: [750, 1000], Dentists: [740, 1000], Optometrists: null },
      'The access rate was highest for Nurses and Midwives (75%) and lowest for Dentists (74%): 1 percentage point ' +
        'apart. The rate of 1 group is not shown.',
    ],
    [
      // 11 of 14 and 60 of 77 are 79% and 78%, whatever their rounded counts look like.
      { Midwives: [10, 15], Doctors: [60, 75] },
      'The access rates shown lie between 67% and 80%. They are worked out from rounded counts, and rounding alone ' +
        'can make such differences between groups of this size.',
    ],
    [
      { Nurses: [30, 50], Midwives: [60, 100], Dentists: [15, 25], Optometrists: null, Scientists: null },
      'The access rate was 60% for each of Nurses, Midwives and Dentists. The rates of 2 groups are not shown.',
    ],
    [
      { Nurses: [10, 50], Dentists: null },
      'The access rate was 20% for Nurses. The rate of 1 group is not shown.',
    ],
    [{ Nurses: null }, 'No professional group is large enough for its access rate to be shown.'],
    [{}, 'No professional group is large enough for its access rate to be shown.'],
  ])('of %j', (counts, words) => {
    expect(accessInWords(rows(counts), DEFAULT_DISCLOSURE_POLICY)).toBe(words);
  });
});
