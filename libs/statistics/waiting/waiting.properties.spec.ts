import { rDistributions as r } from '@evenhand/testing';
import fc from 'fast-check';
import type { Durations } from './durations';
import { kaplanMeier } from './kaplan-meier';
import { logRank } from './log-rank';
import { restrictedMean } from './restricted-mean';

const person = fc.record({ time: fc.integer({ min: 0, max: 30 }), event: fc.constantFrom(0, 1) });
const people = fc.array(person, { minLength: 1, maxLength: 30 });

const columns = (list: readonly { time: number; event: number }[]): Durations => ({
  times: list.map(({ time }) => time),
  events: list.map(({ event }) => event),
});

/** S, the sum of Greenwood's, at a time, person by person. */
function byDefinition(list: readonly { time: number; event: number }[], at: number) {
  let [survival, greenwood] = [1, 0];
  for (let time = 0; time <= at; time++) {
    const n = list.filter((each) => each.time >= time).length;
    const d = list.filter((each) => each.time === time && each.event === 1).length;
    if (d === 0) continue;
    survival *= 1 - d / n;
    greenwood += d / (n * (n - d));
  }
  return { survival, greenwood };
}

describe('curves of waiting, beside their definition and the quantiles of R,', () => {
  it('fall as they must, with Greenwood’s error and the log-log interval', () => {
    fc.assert(
      fc.property(people, fc.double({ min: 0.5, max: 0.99, noNaN: true }), (list, level) => {
        const { steps } = kaplanMeier(columns(list), level);
        const z = r.qnorm((1 + level) / 2);
        for (const { time, survival, standardError, interval } of steps) {
          const expected = byDefinition(list, time);
          expect(survival).toBeCloseTo(expected.survival, 9);
          expect(standardError === null).toBe(survival === 0);
          if (standardError === null) continue;
          expect(standardError).toBeCloseTo(survival * Math.sqrt(expected.greenwood), 9);
          const width = (z * Math.sqrt(expected.greenwood)) / Math.log(survival);
          expect(interval!.lower).toBeCloseTo(survival ** Math.exp(-width), 9);
          expect(interval!.upper).toBeCloseTo(survival ** Math.exp(width), 9);
        }
      }),
    );
  });

  it('have a median that half have waited until, and its interval around it', () => {
    fc.assert(
      fc.property(people, (list) => {
        const { median } = kaplanMeier(columns(list));
        const first = Array.from({ length: 31 }, (_, time) => time).find(
          (time) => byDefinition(list, time).survival <= 0.5 + 1e-12,
        );
        expect(median.estimate).toBe(first ?? null);
        if (median.interval === null) return;
        expect(median.interval.lower).toBeLessThanOrEqual(median.estimate!);
        expect(median.interval.upper).toBeGreaterThanOrEqual(median.estimate!);
      }),
    );
  });

  it('have as restricted mean the sum of the shares that wait through each day', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 30 }), (list, until) => {
        const { estimate, standardError, reason } = restrictedMean(kaplanMeier(columns(list)), until);
        fc.pre(reason?.code !== 'not_followed');
        const area = (from: number) => {
          let sum = 0;
          for (let day = from; day < until; day++) sum += byDefinition(list, day).survival;
          return sum;
        };
        expect(estimate).toBeCloseTo(area(0), 9);
        let variance = 0;
        for (let time = 0; time < until; time++) {
          const n = list.filter((each) => each.time >= time).length;
          const d = list.filter((each) => each.time === time && each.event === 1).length;
          if (d > 0 && d < n) variance += (area(time) ** 2 * d) / (n * (n - d));
        }
        expect(standardError).toBeCloseTo(Math.sqrt(variance), 9);
      }),
    );
  });

  it('without anybody cut off are the shares themselves', () => {
    fc.assert(
      fc.property(people, (list) => {
        const { steps } = kaplanMeier(columns(list.map(({ time }) => ({ time, event: 1 }))));
        for (const { time, survival } of steps) {
          expect(survival).toBeCloseTo(list.filter((each) => each.time > time).length / list.length, 12);
        }
      }),
    );
  });
});

describe('log-rank tests, beside their definition and the χ² of R,', () => {
  const groups = fc.array(people, { minLength: 2, maxLength: 3 });

  /** Observed − expected of the first groups but one, and their covariance, person by person. */
  function sums(lists: readonly (readonly { time: number; event: number }[])[]) {
    const u = lists.map(() => 0);
    const v = lists.map(() => lists.map(() => 0));
    for (let time = 0; time <= 30; time++) {
      const n = lists.map((list) => list.filter((each) => each.time >= time).length);
      const d = lists.map((list) => list.filter((each) => each.time === time && each.event === 1).length);
      const [allN, allD] = [n, d].map((counts) => counts.reduce((a, b) => a + b)) as [number, number];
      if (allD === 0) continue;
      lists.forEach((_, j) => {
        u[j]! += d[j]! - (allD * n[j]!) / allN;
        lists.forEach((__, l) => {
          if (allN === 1) return;
          const spread = (n[j]! / allN) * ((j === l ? 1 : 0) - n[l]! / allN);
          v[j]![l]! += (allD * (allN - allD) * spread) / (allN - 1);
        });
      });
    }
    return { u, v };
  }

  it('have the statistic of any but one of the groups, and its p', () => {
    fc.assert(
      fc.property(groups, (lists) => {
        const { u, v } = sums(lists);
        const [a, b, d] = [v[0]![0]!, v[0]![1]!, v[1]![1]!];
        const determinant = lists.length === 2 ? a : a * d - b * b;
        fc.pre(determinant > 1e-3);
        const statistic =
          lists.length === 2
            ? u[0]! ** 2 / a
            : (d * u[0]! ** 2 - 2 * b * u[0]! * u[1]! + a * u[1]! ** 2) / determinant;
        const found = logRank(lists.map(columns));
        expect(found.degreesOfFreedom).toBe(lists.length - 1);
        expect(found.statistic).toBeCloseTo(statistic, 9);
        expect(found.pValue).toBeCloseTo(r.pchisq(statistic, lists.length - 1, undefined, false), 9);
        found.groups.forEach(({ observed, expected }, at) =>
          expect(observed - expected).toBeCloseTo(u[at]!, 9),
        );
      }),
    );
  });

  it('do not depend on the order of groups or of people', () => {
    fc.assert(
      fc.property(groups, (lists) => {
        const found = logRank(lists.map(columns));
        const turned = logRank([...lists].reverse().map((list) => columns([...list].reverse())));
        expect(turned.degreesOfFreedom).toBe(found.degreesOfFreedom);
        if (found.statistic !== null) expect(turned.statistic).toBeCloseTo(found.statistic, 8);
        const { groups: counted } = found;
        const sum = counted.reduce((total, { observed, expected }) => total + observed - expected, 0);
        expect(sum).toBeCloseTo(0, 9);
      }),
    );
  });
});
