import { wholePercent } from './whole-percent';

describe('A share in words', () => {
  it.each<[share: readonly [number, number] | undefined, words: string]>([
    [[0, 7], '0%'],
    [[1, 201], '0%'],
    [[1, 200], '1%'],
    [[1, 8], '13%'],
    [[2, 3], '67%'],
    [[199, 200], '100%'],
    [[7, 7], '100%'],
    [[29, 200], '15%'],
  ])('is a whole percentage, halves up: %j is %s', (share, words) => {
    expect(wholePercent(share)).toBe(words);
  });

  it('is a dash where it would be one of nobody, or of an unknown number', () => {
    expect([wholePercent([0, 0]), wholePercent(undefined)]).toEqual(['–', '–']);
  });
});
