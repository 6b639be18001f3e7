import fc from 'fast-check';
import { RANK_BANDS, rankBandOf } from './bands';

const bandOf = (rank: number, eligible: number): string | undefined =>
  RANK_BANDS[rankBandOf(rank, eligible)]?.code;

describe('The band of a rank', () => {
  it.each([
    [1, 1, 'best'],
    [2, 2, 'other_half'],
    [2, 3, 'best_half'],
    [2, 11, 'best_tenth'],
    [5, 10, 'best_half'],
    [6, 10, 'other_half'],
    [100, 1_000, 'best_tenth'],
    [101, 1_000, 'best_half'],
    [500, 1_000, 'best_half'],
    [501, 1_000, 'other_half'],
  ])('of the place %i among %i is %s', (rank, eligible, band) => {
    expect(bandOf(rank, eligible)).toBe(band);
  });

  it('is none where the rank is not known', () => {
    expect(rankBandOf(-1, -1)).toBe(RANK_BANDS.length);
  });

  it('is never a better one for a worse place, and the last of many are in the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (eligible) => {
        const bands = Array.from({ length: eligible }, (_, at) => rankBandOf(at + 1, eligible));
        expect(bands).toEqual([...bands].sort());
        expect(bands[0]).toBe(0);
        expect(bands.every((band) => band in RANK_BANDS)).toBe(true);
        if (eligible > 1) expect(bands.at(-1)).toBe(RANK_BANDS.length - 1);
      }),
      { numRuns: 100, seed: 20261201 },
    );
  });
});
