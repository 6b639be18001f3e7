import { rDistributions as r } from '@evenhand/testing';
import fc from 'fast-check';
import { katz } from '../rates/katz';
import { cochranMantelHaenszel } from './cochran-mantel-haenszel';
import { mantelHaenszel } from './mantel-haenszel';
import type { Stratum } from './stratum';

const of = (successes: number, n: number) => ({ successes, n });
const counted = fc
  .integer({ min: 0, max: 300 })
  .chain((n) => fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }));
const strata = fc.array(fc.record({ group: counted, rest: counted }), { minLength: 1, maxLength: 8 });

describe('a ratio of rates within strata', () => {
  it('is that of Katz, with its interval, where there is one stratum', () => {
    fc.assert(
      fc.property(counted, counted, (group, rest) => {
        fc.pre(group.n > 0 && rest.n > 0);
        const [stratified, plain] = [mantelHaenszel([{ group, rest }]), katz(group, rest)];
        expect(stratified.reason).toEqual(plain.reason);
        expect(stratified.interval === null).toBe(plain.interval === null);
        if (plain.estimate === null) expect(stratified.estimate).toBeNull();
        else expect(stratified.estimate).toBeCloseTo(plain.estimate, 9);
        if (plain.interval === null) return;
        expect(stratified.interval!.lower).toBeCloseTo(plain.interval.lower, 9);
        expect(stratified.interval!.upper / plain.interval.upper).toBeCloseTo(1, 9);
      }),
    );
  });

  it('weighs strata as the sums of Greenland and Robins do', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const found = mantelHaenszel(all);
        fc.pre(found.interval !== null);
        let [up, down, variance] = [0, 0, 0];
        for (const { group, rest } of all) {
          const n = group.n + rest.n;
          if (group.n === 0 || rest.n === 0) continue;
          const [a, b] = [group.successes, rest.successes];
          up += (a * rest.n) / n;
          down += (b * group.n) / n;
          variance += (group.n * rest.n * (a + b) - a * b * n) / n ** 2;
        }
        const width = r.qnorm(0.975) * Math.sqrt(variance / (up * down));
        expect(found.estimate! / (up / down)).toBeCloseTo(1, 9);
        expect(Math.log(found.interval.upper / found.estimate!)).toBeCloseTo(width, 9);
        expect(Math.log(found.interval.lower / found.estimate!)).toBeCloseTo(-width, 9);
      }),
    );
  });

  it('does not change with strata that hold only one side', () => {
    const compared: Stratum[] = [
      { group: of(3, 9), rest: of(20, 40) },
      { group: of(6, 8), rest: of(5, 30) },
    ];
    const onesided = { group: of(4, 4), rest: of(0, 0) };
    const [plain, more] = [mantelHaenszel(compared), mantelHaenszel([...compared, onesided])];
    expect(more).toEqual({ ...plain, crude: more.crude });
    expect(more.crude).toBeCloseTo((13 / 21) * (70 / 25), 12);
  });

  it('has no interval but a reason where a cell is zero over all strata', () => {
    const find = (group: Stratum['group'], rest: Stratum['rest']) => mantelHaenszel([{ group, rest }]);
    expect(find(of(0, 5), of(2, 5))).toMatchObject({
      estimate: 0,
      interval: null,
      reason: { code: 'none_in_group' },
    });
    expect(find(of(2, 5), of(0, 5))).toMatchObject({
      estimate: null,
      interval: null,
      reason: { code: 'none_in_rest' },
    });
    expect(find(of(5, 5), of(2, 5))).toMatchObject({ interval: null, reason: { code: 'all_in_group' } });
    expect(find(of(2, 5), of(5, 5))).toMatchObject({ interval: null, reason: { code: 'all_in_rest' } });
  });

  it('is none where no stratum holds both sides', () => {
    const none = {
      estimate: null,
      interval: null,
      strataCompared: 0,
      reason: { code: 'nothing_to_compare' },
    };
    expect(mantelHaenszel([])).toMatchObject(none);
    expect(mantelHaenszel([{ group: of(1, 2), rest: of(0, 0) }])).toMatchObject(none);
  });

  it('is refused by the name of the count', () => {
    expect(() => mantelHaenszel([{ group: of(1, 2), rest: of(3, 2) }])).toThrow(
      /^strata\[0\]\.rest\.successes /,
    );
    expect(() => cochranMantelHaenszel([{ group: of(1.5, 2), rest: of(1, 2) }])).toThrow(
      /^strata\[0\]\.group/,
    );
  });
});

describe('the test within strata', () => {
  it('has the mean and variance of hypergeometric counts, and the p of R', () => {
    fc.assert(
      fc.property(strata, fc.boolean(), (all, corrected) => {
        const found = cochranMantelHaenszel(all, corrected);
        fc.pre(found.statistic !== null);
        let [difference, variance] = [0, 0];
        for (const { group, rest } of all) {
          const [n, m] = [group.n + rest.n, group.successes + rest.successes];
          if (n < 2) continue;
          difference += group.successes - (group.n * m) / n;
          variance += (group.n * rest.n * m * (n - m)) / (n * n * (n - 1));
        }
        const away = Math.abs(difference);
        // At half a person the correction begins: what rounding makes of that is nobody's business.
        fc.pre(Math.abs(away - 0.5) > 1e-9);
        const expected = (away - (corrected && away > 0.5 ? 0.5 : 0)) ** 2 / variance;
        expect(Math.abs(found.statistic - expected)).toBeLessThan(1e-9 * Math.max(1, expected));
        expect(found.pValue).toBeCloseTo(r.pchisq(expected, 1, undefined, false), 9);
      }),
    );
  });

  it('is none where nothing can differ', () => {
    const none = {
      statistic: null,
      degreesOfFreedom: 0,
      pValue: null,
      reason: { code: 'nothing_to_compare' },
    };
    expect(cochranMantelHaenszel([])).toMatchObject(none);
    expect(cochranMantelHaenszel([{ group: of(0, 5), rest: of(0, 9) }])).toMatchObject(none);
    expect(cochranMantelHaenszel([{ group: of(5, 5), rest: of(9, 9) }])).toMatchObject(none);
    expect(cochranMantelHaenszel([{ group: of(1, 1), rest: of(0, 0) }])).toMatchObject(none);
  });
});
