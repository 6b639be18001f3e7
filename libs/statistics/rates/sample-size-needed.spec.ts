import { rDistributions as r } from '@evenhand/testing';
import fc from 'fast-check';
import { sampleSizeNeeded } from './sample-size-needed';

describe('the number of people a comparison takes', () => {
  it('is that of R’s power.prop.test where χ² will judge', () => {
    expect(sampleSizeNeeded({ rate: 0.75, difference: -0.25, power: 0.9, exact: false })).toEqual({
      group: 77,
      rest: 77,
    });
  });

  it('is more where the exact test will, and the same for a ratio as for the difference it makes', () => {
    const asRatio = sampleSizeNeeded({ rate: 0.5, ratio: 0.8 });
    expect(asRatio).toEqual(sampleSizeNeeded({ rate: 0.5, difference: -0.1 }));
    expect(sampleSizeNeeded({ rate: 0.5, ratio: 0.8, exact: false })).toEqual({ group: 388, rest: 388 });
    expect(asRatio).toEqual({ group: 408, rest: 408 });
  });

  it('takes fewer in the group where the rest is larger', () => {
    const even = sampleSizeNeeded({ rate: 0.4, ratio: 0.7 });
    const uneven = sampleSizeNeeded({ rate: 0.4, ratio: 0.7, restPerGroup: 9 });
    expect(uneven.group).toBeLessThan(even.group);
    expect(uneven.rest).toBeGreaterThan(even.rest);
  });

  it('gives, with the normal distribution of R, the power that was asked for', () => {
    const rates = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    const chances = fc.double({ min: 0.55, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(rates, rates, chances, (rate, groupRate, power) => {
        fc.pre(Math.abs(rate - groupRate) > 0.01);
        const difference = groupRate - rate;
        const { group } = sampleSizeNeeded({ rate, difference, power, exact: false });
        const powerOf = (n: number) => {
          const both = (rate + groupRate) / 2;
          const needed = r.qnorm(0.975) * Math.sqrt(2 * both * (1 - both));
          const spread = Math.sqrt(rate * (1 - rate) + groupRate * (1 - groupRate));
          return r.pnorm((Math.abs(difference) * Math.sqrt(n) - needed) / spread);
        };
        expect(powerOf(group)).toBeGreaterThanOrEqual(power - 1e-9);
        if (group > 1) expect(powerOf(group - 1)).toBeLessThanOrEqual(power + 1e-9);
      }),
    );
  });

  it('is refused, by the name of what is wrong', () => {
    expect(() => sampleSizeNeeded({ rate: 0, ratio: 2 })).toThrow(/^rate must/);
    expect(() => sampleSizeNeeded({ rate: 0.5 })).toThrow('give either ratio or difference, and not both');
    expect(() => sampleSizeNeeded({ rate: 0.5, ratio: 0.8, difference: -0.1 })).toThrow(RangeError);
    expect(() => sampleSizeNeeded({ rate: 0.5, ratio: 3 })).toThrow(/^rate × ratio must/);
    expect(() => sampleSizeNeeded({ rate: 0.5, difference: -0.6 })).toThrow(/^rate \+ difference must/);
    expect(() => sampleSizeNeeded({ rate: 0.5, ratio: 1 })).toThrow(/differ from rate/);
    expect(() => sampleSizeNeeded({ rate: 0.5, ratio: 0.8, restPerGroup: 0 })).toThrow(/^restPerGroup must/);
    expect(() => sampleSizeNeeded({ rate: 0.5, ratio: 0.8, power: 1 })).toThrow(/^power must/);
    expect(() => sampleSizeNeeded({ rate: 0.5, ratio: 0.8, significance: 0 })).toThrow(/^significance must/);
  });
});
