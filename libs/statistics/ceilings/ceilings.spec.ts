import { katz } from '../rates/katz';
import { ceilings } from './ceilings';
import { stepsOfHeadcounts } from './steps-of-headcounts';

const ladder = [
  {
    from: 'band 5',
    to: 'band 6',
    groups: [
      { key: 'nursing', successes: 300, n: 600 },
      { key: 'medicine', successes: 210, n: 400 },
    ],
  },
  {
    from: 'band 6',
    to: 'band 7',
    groups: [
      { key: 'nursing', successes: 30, n: 300 },
      { key: 'medicine', successes: 80, n: 210 },
      { key: 'pharmacy', successes: 2, n: 5 },
    ],
  },
  {
    from: 'band 7',
    to: 'board',
    groups: [
      { key: 'nursing', successes: 0, n: 30 },
      { key: 'medicine', successes: 40, n: 80 },
    ],
  },
];

describe('ceilings', () => {
  it('are found at the first level from which markedly fewer go on than of everyone else', () => {
    const [nursing, medicine] = ceilings(ladder);
    expect(nursing).toMatchObject({ key: 'nursing', stopsAt: 'band 6' });
    expect(nursing!.steps.map(({ verdict }) => verdict.verdict)).toEqual([
      'no_evidence_of_disparity',
      'disparity',
      'disparity',
    ]);
    // Medicine is above the others there: a disparity, but no ceiling of its own.
    expect(medicine).toMatchObject({ key: 'medicine', stopsAt: null });
    expect(medicine!.steps[1]!.verdict.verdict).toBe('disparity');
  });

  it('divide at each step the share going on by that of the rest there', () => {
    const step = ceilings(ladder)[0]!.steps[1]!;
    expect(step).toMatchObject({ from: 'band 6', to: 'band 7' });
    expect(step.relative).toEqual(katz({ successes: 30, n: 300 }, { successes: 82, n: 215 }));
  });

  it('have the ratio 0 and no interval where nobody goes on', () => {
    expect(ceilings(ladder)[0]!.steps[2]!.relative).toMatchObject({
      estimate: 0,
      interval: null,
      reason: { code: 'none_in_group' },
    });
  });

  it('say nothing of a group that is too small, and list it where it stands', () => {
    const pharmacy = ceilings(ladder)[2]!;
    expect(pharmacy).toMatchObject({ key: 'pharmacy', stopsAt: null });
    expect(pharmacy.steps).toMatchObject([{ from: 'band 6', verdict: { verdict: 'not_enough_data' } }]);
  });

  it('are none of no ladder', () => {
    expect(ceilings([])).toEqual([]);
  });
});

describe('steps of headcounts', () => {
  it('count, of those at a level or above, who is above it', () => {
    const steps = stepsOfHeadcounts(
      ['5', '6', '7'],
      [
        { key: 'nursing', headcounts: [60, 30, 10] },
        { key: 'medicine', headcounts: [0, 5, 5] },
      ],
    );
    expect(steps).toEqual([
      {
        from: '5',
        to: '6',
        groups: [
          { key: 'nursing', n: 100, successes: 40 },
          { key: 'medicine', n: 10, successes: 10 },
        ],
      },
      {
        from: '6',
        to: '7',
        groups: [
          { key: 'nursing', n: 40, successes: 10 },
          { key: 'medicine', n: 10, successes: 5 },
        ],
      },
    ]);
  });

  it('are none of one level', () => {
    expect(stepsOfHeadcounts(['5'], [{ key: 'nursing', headcounts: [3] }])).toEqual([]);
    expect(stepsOfHeadcounts([], [])).toEqual([]);
  });

  it('are refused by the name of the group', () => {
    expect(() => stepsOfHeadcounts(['5', '6'], [{ key: 'a', headcounts: [1] }])).toThrow(
      'groups[0].headcounts must be one for each level (2), not 1',
    );
    expect(() => stepsOfHeadcounts(['5'], [{ key: 'a', headcounts: [-1] }])).toThrow(
      /^groups\[0\]\.headcounts\[0\] /,
    );
  });
});
