import { impactRatio } from './impact-ratio';
import { katz } from './katz';
import { newcombe } from './newcombe';
import { wilson } from './wilson';

const of = (successes: number, n: number) => ({ successes, n });

describe('a rate', () => {
  it('has the interval of Wilson', () => {
    const { estimate, interval } = wilson(81, 263);
    expect(estimate).toBe(81 / 263);
    expect(interval!.lower).toBeCloseTo(0.255288519878, 12);
    expect(interval!.upper).toBeCloseTo(0.366209576983, 12);
  });

  it('of 0% or 100% has one as well, which ends exactly there', () => {
    const none = wilson(0, 20).interval!;
    expect(none.lower).toBe(0);
    expect(none.upper).toBeCloseTo(0.161125158053, 12);
    const all = wilson(20, 20).interval!;
    expect(all.lower).toBeCloseTo(1 - 0.161125158053, 12);
    expect(all.upper).toBe(1);
  });

  it('of nobody is none', () => {
    expect(wilson(0, 0)).toMatchObject({
      estimate: null,
      interval: null,
      reason: { code: 'nobody_counted' },
    });
  });

  it('is refused where it cannot be one, by the name of the argument', () => {
    expect(() => wilson(3, 2)).toThrow(new RangeError('successes must be a whole number from 0 to 2, not 3'));
    expect(() => wilson(1, 2.5)).toThrow(RangeError);
    expect(() => wilson(1, 2, 1)).toThrow(/^level must be a number between 0 and 1/);
    expect(() => wilson(1, 2, NaN)).toThrow(RangeError);
  });
});

describe('a difference of rates', () => {
  it('has the interval of Newcombe’s method 10', () => {
    const { estimate, interval } = newcombe(of(56, 70), of(48, 80));
    expect(estimate).toBeCloseTo(0.2, 15);
    expect(interval!.lower).toBeCloseTo(0.0524314724024, 13);
    expect(interval!.upper).toBeCloseTo(0.3338726540369, 13);
  });

  it('has it where both rates are 0%', () => {
    const { estimate, interval } = newcombe(of(0, 10), of(0, 20));
    expect(estimate).toBe(0);
    expect(interval!.lower).toBeCloseTo(-0.161125158053, 12);
    expect(interval!.upper).toBeCloseTo(0.277532799863, 12);
  });

  it('is none where either counts nobody', () => {
    for (const [a, b] of [
      [of(0, 0), of(1, 2)],
      [of(1, 2), of(0, 0)],
    ] as const) {
      expect(newcombe(a, b)).toMatchObject({
        estimate: null,
        interval: null,
        reason: { code: 'nobody_counted' },
      });
    }
  });

  it('is refused by the name of the argument', () => {
    expect(() => newcombe(of(1, 2), of(-1, 2))).toThrow(/^b\.successes /);
  });
});

describe('a ratio of rates', () => {
  it('has the log interval of Katz', () => {
    const { estimate, interval } = katz(of(189, 11034), of(104, 11037));
    expect(estimate).toBeCloseTo(1.81780179445, 11);
    expect(interval!.lower).toBeCloseTo(1.43303090305, 11);
    expect(interval!.upper).toBeCloseTo(2.30588423242, 11);
  });

  it.each([
    ['none_in_group', of(0, 10), of(5, 10), 0],
    ['none_in_rest', of(5, 10), of(0, 10), null],
    ['none_in_rest', of(0, 10), of(0, 10), null],
    ['all_in_group', of(10, 10), of(5, 10), 2],
    ['all_in_rest', of(5, 10), of(10, 10), 0.5],
    ['nobody_counted', of(0, 0), of(5, 10), null],
    ['nobody_counted', of(5, 10), of(0, 0), null],
  ])('has no interval but a reason, %s, where a cell is zero', (code, a, b, ratio) => {
    const found = katz(a, b);
    expect(found).toMatchObject({ estimate: ratio, interval: null, reason: { code } });
    expect(found.reason!.sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('is refused by the name of the argument', () => {
    expect(() => katz(of(1, 0), of(1, 2))).toThrow(/^a\.successes /);
    expect(() => katz(of(1, 2), of(1, 2), 0)).toThrow(/^level /);
  });
});

describe('the impact ratio', () => {
  it('divides the lowest rate by the highest, and says whose they are', () => {
    expect(impactRatio([of(12, 80), of(48, 80), of(6, 40), of(0, 0)])).toEqual({
      estimate: 0.25,
      lowestAt: 0,
      highestAt: 1,
      withoutRate: [3],
      isBelowScreen: true,
    });
  });

  it('is not below four fifths where it is exactly that', () => {
    expect(impactRatio([of(2, 5), of(1, 2)])).toMatchObject({ estimate: 0.8, isBelowScreen: false });
    expect(impactRatio([of(399, 1000), of(1, 2)])).toMatchObject({ isBelowScreen: true });
  });

  it('is 0 where a group is at 0%, and none where all are or only one has a rate', () => {
    expect(impactRatio([of(0, 5), of(1, 2)])).toMatchObject({ estimate: 0, isBelowScreen: true });
    expect(impactRatio([of(0, 5), of(0, 2)])).toMatchObject({
      estimate: null,
      reason: { code: 'nothing_to_compare' },
    });
    const alone = { estimate: null, isBelowScreen: false, reason: { code: 'nothing_to_compare' } };
    expect(impactRatio([of(1, 5), of(0, 0)])).toMatchObject(alone);
    expect(impactRatio([])).toMatchObject({ ...alone, lowestAt: null, highestAt: null });
  });

  it('is refused by the name of the group', () => {
    expect(() => impactRatio([of(1, 2), of(3, 2)])).toThrow(/^groups\[1\]\.successes /);
  });
});
