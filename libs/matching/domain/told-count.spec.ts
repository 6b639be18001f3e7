import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import { inWordsBy } from './reason-in-round-numbers';
import { asSentence, inFull, isWithheld, toldCount } from './told-count';

const inWords = inWordsBy(DEFAULT_DISCLOSURE_POLICY);

describe('A count that is told', () => {
  it('stands as it is, with its noun', () => {
    expect([0, 1, 2, 1_000].map((count) => toldCount(inFull, count, 'place'))).toEqual([
      '0 places',
      '1 place',
      '2 places',
      '1000 places',
    ]);
    expect(toldCount(inFull, 2, 'person', 'people')).toBe('2 people');
  });

  it('is withheld where none would be told alike, and never where counts stand as they are', () => {
    expect([0, 1, 9, 10].map((count) => isWithheld(inWords, count))).toEqual([false, true, true, false]);
    expect([0, 1, 9].map((count) => isWithheld(inFull, count))).toEqual([false, false, false]);
  });

  it('stands in words, small ones withheld and nothing of them in the noun', () => {
    expect([1, 9, 10, 23].map((count) => toldCount(inWords, count, 'place'))).toEqual([
      'fewer than 10 places',
      'fewer than 10 places',
      'about 10 places',
      'about 25 places',
    ]);
  });

  it('begins a sentence with a capital', () => {
    expect([asSentence('fewer than 10 wait.'), asSentence('3 wait.')]).toEqual([
      'Fewer than 10 wait.',
      '3 wait.',
    ]);
  });
});
