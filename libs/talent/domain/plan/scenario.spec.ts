import { type Assumption, assumptionFaults, percentIn } from './scenario';

const HORIZONS = ['now', '0-1', '1-3', '3-5'];
const percent = { low: 5, likely: 10, high: 20 };
const retirements: Assumption = { kind: 'retirements', horizon: '1-3', percent };
const conversion: Assumption = { kind: 'pool_conversion', percent };

describe('An assumption', () => {
  it('says the least of what widens a gap in the favourable case, and the most of what narrows it', () => {
    expect([percentIn(retirements, 'favourable'), percentIn(retirements, 'adverse')]).toEqual([5, 20]);
    expect([percentIn(conversion, 'favourable'), percentIn(conversion, 'adverse')]).toEqual([20, 5]);
    expect([percentIn(retirements, 'likely'), percentIn(conversion, 'likely')]).toEqual([10, 10]);
  });

  it('is right as long as its range is in order and its horizon is one', () => {
    expect(assumptionFaults([retirements, retirements, conversion], HORIZONS)).toEqual([]);
  });

  it.each<[string, Assumption, string]>([
    ['out of order', { ...retirements, percent: { low: 6, likely: 5, high: 9 } }, '6, 5, 9'],
    ['above its bounds', { ...retirements, percent: { low: 6, likely: 50, high: 101 } }, '≤ 100'],
    ['below nothing', { ...retirements, kind: 'growth', percent: { low: -1, likely: 0, high: 1 } }, '≤ 500'],
    ['in fractions', { ...conversion, percent: { low: 0.5, likely: 1, high: 2 } }, '0.5, 1, 2'],
  ])('is refused with a range that is %s', (_, assumption, words) => {
    expect(assumptionFaults([assumption], HORIZONS)).toEqual([
      expect.stringMatching(/^assumptions\[0\]\.percent: /),
    ]);
    expect(assumptionFaults([assumption], HORIZONS)[0]).toContain(words);
  });

  it('of retirements is refused with an unknown horizon, and of conversion with any', () => {
    expect(assumptionFaults([{ ...retirements, horizon: '9' }], HORIZONS)).toEqual([
      'assumptions[0].horizon: it must be one of now, 0-1, 1-3, 3-5',
    ]);
    expect(assumptionFaults([{ ...conversion, horizon: 'now' }], HORIZONS)).toEqual([
      'assumptions[0].horizon: conversion holds for every horizon; leave it out',
    ]);
  });

  it('of conversion is refused where another is about some of the same people', () => {
    const london: Assumption = { ...conversion, region: 'london' };
    const midlands: Assumption = { ...conversion, region: 'midlands' };
    const midwives: Assumption = { ...conversion, profession: 'midwife' };
    expect(assumptionFaults([london, midlands], HORIZONS)).toEqual([]);
    expect(assumptionFaults([london, midwives], HORIZONS)).toEqual([
      'assumptions[1]: assumptions[0] says already how many of some of these people take up posts',
    ]);
  });
});
