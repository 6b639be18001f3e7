import { kaplanMeier } from './kaplan-meier';
import { logRank } from './log-rank';
import { restrictedMean } from './restricted-mean';

const nobody = { times: [], events: [] };

describe('a curve of waiting', () => {
  it('counts whoever is cut off at a time as waiting at that time', () => {
    const { steps } = kaplanMeier({ times: [5, 5], events: [0, 1] });
    expect(steps).toMatchObject([{ time: 5, atRisk: 2, events: 1, survival: 0.5 }]);
  });

  it('has neither standard error nor interval where nobody is left waiting', () => {
    const { steps } = kaplanMeier({ times: [1, 2, 2], events: [1, 1, 1] });
    expect(steps.at(-1)).toEqual({
      time: 2,
      atRisk: 2,
      events: 2,
      survival: 0,
      standardError: null,
      interval: null,
    });
  });

  it('takes typed arrays as it takes lists', () => {
    const [times, events] = [
      [3, 1, 2, 2],
      [1, 0, 1, 0],
    ];
    expect(kaplanMeier({ times: Float64Array.from(times), events: Uint8Array.from(events) })).toEqual(
      kaplanMeier({ times, events }),
    );
  });

  it('takes 200,000 people, each with a time of their own', () => {
    const people = 200_000;
    const times = Float64Array.from({ length: people }, (_, at) => ((at * 7919) % people) + 1);
    const { steps, median } = kaplanMeier({ times, events: new Uint8Array(people).fill(1) });
    expect(steps).toHaveLength(people);
    expect(steps[49_999]!.survival).toBeCloseTo(0.75, 9);
    expect(median.estimate).toBe(100_000);
  });

  it('has the median at the very time at which just half still wait', () => {
    const { median } = kaplanMeier({ times: [1, 2, 3, 4, 5, 6], events: [1, 1, 1, 1, 1, 1] });
    expect(median.estimate).toBe(3);
  });

  it('has no median where more than half wait to the end', () => {
    const { median } = kaplanMeier({ times: [1, 2, 3], events: [1, 0, 0] });
    expect(median).toMatchObject({ estimate: null, interval: null, reason: { code: 'not_reached' } });
  });

  it('has no steps where nobody waited, or no wait ended', () => {
    const empty = kaplanMeier(nobody);
    expect(empty).toMatchObject({
      people: 0,
      steps: [],
      longest: 0,
      median: { reason: { code: 'nobody_counted' } },
    });
    expect(kaplanMeier({ times: [7], events: [0] })).toMatchObject({
      people: 1,
      censored: 1,
      steps: [],
      longest: 7,
    });
  });

  it('is refused by the name of the person’s time or event', () => {
    expect(() => kaplanMeier({ times: [1, -2], events: [1, 1] })).toThrow(
      new RangeError('durations.times[1] must be a number from 0 up, not -2'),
    );
    expect(() => kaplanMeier({ times: [1, Infinity], events: [1, 1] })).toThrow(RangeError);
    expect(() => kaplanMeier({ times: [1, 2], events: [1, 2] })).toThrow(
      /^durations\.events\[1\] must be 0 or 1/,
    );
    expect(() => kaplanMeier({ times: [1, 2], events: [1] })).toThrow(
      /as long as durations\.times \(2\), not 1$/,
    );
    expect(() => kaplanMeier(nobody, 2)).toThrow(/^level /);
  });
});

describe('a restricted mean', () => {
  it('is the whole span where no wait ended within it', () => {
    expect(restrictedMean(kaplanMeier({ times: [9, 9], events: [1, 0] }), 5)).toMatchObject({
      estimate: 5,
      interval: null,
      standardError: 0,
      reason: { code: 'nothing_to_compare' },
    });
  });

  it('is none beyond the time that anybody was followed, unless nobody is left waiting', () => {
    const followed = kaplanMeier({ times: [1, 4], events: [1, 0] });
    expect(restrictedMean(followed, 4).estimate).toBeCloseTo(2.5, 12);
    expect(restrictedMean(followed, 5)).toMatchObject({ estimate: null, reason: { code: 'not_followed' } });
    expect(restrictedMean(kaplanMeier({ times: [1, 4], events: [1, 1] }), 100).estimate).toBeCloseTo(2.5, 12);
  });

  it('is none of nobody', () => {
    expect(restrictedMean(kaplanMeier(nobody), 5)).toMatchObject({
      estimate: null,
      reason: { code: 'nobody_counted' },
    });
  });

  it('is refused without a span', () => {
    for (const until of [0, -1, NaN, Infinity]) {
      expect(() => restrictedMean(kaplanMeier(nobody), until)).toThrow(/^until must be a number above 0/);
    }
  });
});

describe('a log-rank test', () => {
  it('is none where there is nothing to compare', () => {
    const some = { times: [1, 2], events: [1, 1] };
    const none = {
      statistic: null,
      degreesOfFreedom: 0,
      pValue: null,
      reason: { code: 'nothing_to_compare' },
    };
    expect(logRank([])).toMatchObject({ ...none, groups: [] });
    expect(logRank([some])).toMatchObject(none);
    expect(logRank([some, nobody])).toMatchObject({
      ...none,
      groups: [{ observed: 2 }, { observed: 0, expected: 0 }],
    });
    expect(logRank([some, { times: [3, 4], events: [0, 0] }]).degreesOfFreedom).toBe(1);
    expect(
      logRank([
        { times: [9], events: [0] },
        { times: [9], events: [0] },
      ]),
    ).toMatchObject(none);
  });

  it('has a degree of freedom less for a group that nobody is left of when the first wait ends', () => {
    const groups = [
      { times: [2, 3, 5], events: [1, 1, 0] },
      { times: [3, 4, 6], events: [1, 1, 1] },
    ];
    const gone = { times: [1, 1], events: [0, 0] };
    const [plain, more] = [logRank(groups), logRank([gone, ...groups])];
    expect(more.degreesOfFreedom).toBe(1);
    expect(more.statistic).toBeCloseTo(plain.statistic!, 12);
  });

  it('is refused by the name of the group', () => {
    expect(() => logRank([nobody, { times: [1], events: [3] }])).toThrow(
      /^groups\[1\]\.events\[0\] must be 0 or 1/,
    );
  });
});
