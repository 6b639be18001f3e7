import { countEntries } from './counted-entries';

const ENTRIES = ['a', 'b', 'c', 'd'].map((code) => ({ code, title: code.toUpperCase() }));

describe('Entries that are counted', () => {
  it('come with the most frequent first, and those of equal number in their own order', () => {
    expect(countEntries(ENTRIES, [['c'], ['d', 'c'], ['b'], ['d']])).toEqual([
      { code: 'c', title: 'C', people: 2 },
      { code: 'd', title: 'D', people: 2 },
      { code: 'b', title: 'B', people: 1 },
    ]);
  });

  it('count a person once, whatever they say twice', () => {
    expect(countEntries(ENTRIES, [['a', 'a']])).toEqual([{ code: 'a', title: 'A', people: 1 }]);
  });
});
