import type { Durations } from './durations';
import { kaplanMeier } from './kaplan-meier';
import { logRank } from './log-rank';
import { restrictedMean } from './restricted-mean';

/** Weeks of remission from acute leukaemia with 6-MP and with placebo: Freireich and others, Blood 21 (1963). */
const MERCAPTOPURINE: Durations = {
  times: [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  events: [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
};
const PLACEBO: Durations = {
  times: [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
  events: Array.from({ length: 21 }, () => 1),
};

describe('the remissions of Freireich', () => {
  const curve = kaplanMeier(MERCAPTOPURINE);

  it('last with 6-MP as Kaplan and Meier have it', () => {
    expect(curve.steps.map(({ time }) => time)).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect(curve.steps.map(({ atRisk }) => atRisk)).toEqual([21, 17, 15, 12, 11, 7, 6]);
    const expected = [
      0.857142857, 0.806722689, 0.752941176, 0.690196078, 0.62745098, 0.537815126, 0.448179272,
    ];
    curve.steps.forEach(({ survival }, at) => expect(survival).toBeCloseTo(expected[at]!, 9));
    expect(curve).toMatchObject({ people: 21, events: 9, censored: 12, longest: 35 });
  });

  it('have the standard error of Greenwood', () => {
    expect(curve.steps[0]!.standardError).toBeCloseTo(0.076360354832, 12);
  });

  it('have an interval within 0 and 1', () => {
    expect(curve.steps[0]!.interval!.lower).toBeCloseTo(0.61972, 5);
    expect(curve.steps[0]!.interval!.upper).toBeCloseTo(0.95155, 5);
  });

  it('last a median of 23 weeks and of 8', () => {
    expect(curve.median).toMatchObject({ estimate: 23, interval: null, reason: { code: 'not_reached' } });
    expect(kaplanMeier(PLACEBO).median).toEqual({ estimate: 8, interval: { lower: 4, upper: 11 } });
  });

  it('differ by the log-rank test', () => {
    const found = logRank([MERCAPTOPURINE, PLACEBO]);
    expect(found.statistic).toBeCloseTo(16.792940989, 9);
    expect(found.degreesOfFreedom).toBe(1);
    expect(found.pValue! / 4.168809e-5).toBeCloseTo(1, 6);
    expect(found.groups.map(({ observed }) => observed)).toEqual([9, 21]);
    expect(found.groups[0]!.expected).toBeCloseTo(19.2505, 4);
    expect(found.groups[1]!.expected).toBeCloseTo(10.7495, 4);
  });

  it('last on average, of the first 20 weeks, 16 and 8', () => {
    const [long, short] = [restrictedMean(curve, 20), restrictedMean(kaplanMeier(PLACEBO), 20)];
    expect(long.estimate).toBeCloseTo(16.116526611, 9);
    expect(short.estimate).toBeCloseTo(8.428571429, 9);
    expect(long.interval!.lower).toBeGreaterThan(short.interval!.upper);
  });
});
