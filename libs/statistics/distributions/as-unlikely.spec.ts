import { chanceAsUnlikely } from './as-unlikely';

/** So many throws of a coin. */
const coin = (throws: number) => ({
  fewest: 0,
  most: throws,
  mode: Math.floor(throws / 2),
  rise: (x: number) => (throws - x) / (x + 1),
});

describe('the chance of a value as unlikely as the observed one', () => {
  it('counts both sides, equal densities among them', () => {
    expect(chanceAsUnlikely(coin(10), 1)).toBeCloseTo(22 / 1024, 15);
    expect(chanceAsUnlikely(coin(10), 9)).toBeCloseTo(22 / 1024, 15);
  });

  it('is exactly 1 for the likeliest value', () => {
    expect(chanceAsUnlikely(coin(11), 5)).toBe(1);
    expect(chanceAsUnlikely(coin(11), 6)).toBe(1);
    expect(chanceAsUnlikely(coin(0), 0)).toBe(1);
  });

  it('is as small as it is', () => {
    expect(chanceAsUnlikely(coin(1000), 0) / (2 * 0.5 ** 1000)).toBeCloseTo(1, 10);
  });
});
