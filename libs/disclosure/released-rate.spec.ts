import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import { releasedRate } from './released-rate';

const POLICY = DEFAULT_DISCLOSURE_POLICY;

describe('a released rate', () => {
  it.each([
    [30, 40, 75],
    [10, 15, 67],
    [25, 200, 13],
    [10, 5000, 0],
    [100, 100, 100],
    [25, 25, 100],
  ])('%d of %d is %d%%', (part, of, rate) => {
    expect(releasedRate(part, of, POLICY)).toBe(rate);
  });

  it.each([
    ['its part is withheld', null, 40],
    ['its whole is withheld', 40, null],
    ['both are withheld', null, null],
    ['it would be 100% of 10', 10, 10],
    ['it would be 100% of 15', 15, 15],
    ['it would be 100% of what may be 18', 20, 20],
    ['it would be 0% of 15', 0, 15],
    ['there is nobody', 0, 0],
  ])('is withheld where %s', (_, part, of) => {
    expect(releasedRate(part, of, POLICY)).toBeNull();
  });

  it('is refused where the part exceeds the whole, which no rounding does', () => {
    expect(() => releasedRate(45, 40, POLICY)).toThrow('45 cannot be a part of 40');
  });
});
