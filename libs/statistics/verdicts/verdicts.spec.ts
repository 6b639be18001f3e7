import { fisherExact } from '../tables/fisher-exact';
import { type GroupCount, verdicts } from './verdicts';

const group = (key: string, successes: number, n: number): GroupCount => ({ key, successes, n });

const verdictOf = (key: string, groups: readonly GroupCount[]) =>
  verdicts(groups).find((each) => each.key === key)!;

describe('the verdict on a group', () => {
  it('is a disparity where the ratio is far from 1 and chance does not explain it', () => {
    const found = verdictOf('nursing', [group('nursing', 12, 40), group('medicine', 48, 80)]);
    expect(found).toMatchObject({
      verdict: 'disparity',
      group: { successes: 12, n: 40 },
      rest: { successes: 48, n: 80 },
      ratio: 0.5,
      moreNeeded: null,
    });
    expect(found.pValue).toBeCloseTo(0.00340922176785, 12);
    expect(found.sentence).toContain('markedly below that of everyone else');
  });

  it('is one above as it is one below', () => {
    const found = verdictOf('medicine', [group('nursing', 12, 40), group('medicine', 48, 80)]);
    expect(found).toMatchObject({ verdict: 'disparity', ratio: 2 });
    expect(found.sentence).toContain('markedly above');
  });

  it('is none where the ratio is exactly 0.8 or 1.25, however sure the difference', () => {
    const [low, high] = verdicts([group('a', 4000, 10_000), group('b', 5000, 10_000)]);
    expect([low!.ratio, high!.ratio]).toEqual([0.8, 1.25]);
    expect(low!.adjustedPValue).toBeLessThan(1e-9);
    expect([low!.verdict, high!.verdict]).toEqual(['no_evidence_of_disparity', 'no_evidence_of_disparity']);
    expect(verdictOf('a', [group('a', 3999, 10_000), group('b', 5000, 10_000)]).verdict).toBe('disparity');
  });

  it('is none where chance alone could make the difference', () => {
    const found = verdictOf('a', [group('a', 5, 15), group('b', 30, 60)]);
    expect(found).toMatchObject({ verdict: 'no_evidence_of_disparity' });
    expect(found.ratio).toBeLessThan(0.8);
    expect(found.sentence).toContain('does not show that there is no disparity');
  });

  it('weighs each p with Holm over the groups that have enough data', () => {
    const groups = [group('a', 14, 40), group('b', 60, 100), group('c', 55, 100), group('d', 5, 9)];
    const found = verdicts(groups);
    const raw = fisherExact({ successes: 14, n: 40 }, { successes: 120, n: 209 });
    expect(found[0]!.pValue).toBeCloseTo(raw, 12);
    expect(found[0]!.adjustedPValue).toBeCloseTo(3 * raw, 12);
    expect(found[3]).toMatchObject({ verdict: 'not_enough_data', pValue: null, adjustedPValue: null });
  });

  it('is not a disparity where only the unadjusted p would say so', () => {
    const others = ['b', 'c', 'd', 'e', 'f'].map((key) => group(key, 50, 100));
    const found = verdictOf('a', [group('a', 18, 50), ...others]);
    expect(found.ratio).toBeLessThan(0.8);
    expect(fisherExact(found.group, found.rest)).toBeLessThan(0.1);
    expect(found.pValue! * 6).toBeGreaterThan(0.05);
    expect(found.verdict).toBe('no_evidence_of_disparity');
  });

  it('counts a group at 0% with the ratio 0', () => {
    const found = verdictOf('a', [group('a', 0, 40), group('b', 48, 80)]);
    expect(found).toMatchObject({ verdict: 'disparity', ratio: 0 });
  });

  it('has no ratio to a rest at 0%, and still sees the difference', () => {
    const [above, below] = verdicts([group('a', 20, 40), group('b', 0, 80)]);
    expect(above).toMatchObject({ verdict: 'disparity', ratio: null });
    expect(above!.sentence).toContain('markedly above');
    expect(below).toMatchObject({ verdict: 'disparity', ratio: 0 });
  });

  it('lists every group in its order, and takes those without a verdict for a part of everyone else', () => {
    const found = verdicts([group('a', 3, 9), group('b', 20, 40), group('c', 0, 0)]);
    expect(found.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(found[1]!.rest).toEqual({ successes: 3, n: 9 });
    expect(found[2]).toMatchObject({ verdict: 'not_enough_data', ratio: null });
  });

  it('is never "fair", and never holds a figure of the group', () => {
    const all = [
      ...verdicts([group('a', 12, 40), group('b', 48, 80), group('c', 3, 7)]),
      ...verdicts([group('a', 50, 100), group('b', 51, 100)]),
      ...verdicts([group('a', 5, 12), group('b', 1, 1)]),
    ];
    expect(new Set(all.map(({ verdict }) => verdict))).toEqual(
      new Set(['disparity', 'not_enough_data', 'no_evidence_of_disparity']),
    );
    for (const { sentence } of all) {
      expect(sentence).not.toMatch(/fair/i);
      expect(sentence.replace('fewer than 10', '')).not.toMatch(/\d/);
    }
  });

  it('is given on nothing', () => {
    expect(verdicts([])).toEqual([]);
    expect(verdicts([group('a', 5, 20)])).toMatchObject([{ verdict: 'not_enough_data', ratio: null }]);
  });

  it('is refused by the name of the count or the key', () => {
    expect(() => verdicts([group('a', 1, 2), group('b', 3, 2)])).toThrow(/^groups\[1\]\.successes /);
    expect(() => verdicts([group('a', 1, 2), group('a', 1, 2)])).toThrow(
      new RangeError('groups[1].key "a" is given twice: each group is listed once'),
    );
  });
});

describe('not enough data', () => {
  it('begins below ten people, whatever the others are', () => {
    const others = group('b', 500, 1000);
    expect(verdictOf('a', [group('a', 0, 9), others])).toMatchObject({
      verdict: 'not_enough_data',
      moreNeeded: { inGroup: 1, inRest: 0 },
    });
    expect(verdictOf('a', [group('a', 0, 10), others]).verdict).toBe('disparity');
  });

  it('is also where even the most extreme split could be chance', () => {
    // Of two who succeeded among 40, both in the group of 20 would have a p of 0.49.
    const found = verdictOf('a', [group('a', 0, 20), group('b', 2, 20)]);
    expect(found.verdict).toBe('not_enough_data');
    expect(found.moreNeeded!.inGroup).toBeGreaterThan(0);
  });

  it('asks for more of everyone else where more of the group would not do', () => {
    expect(verdictOf('a', [group('a', 6, 12), group('b', 1, 2)])).toMatchObject({
      verdict: 'not_enough_data',
      moreNeeded: { inGroup: 0, inRest: expect.any(Number) as number },
    });
  });

  it('knows no number where nobody or everybody succeeded, or nobody is counted', () => {
    expect(verdictOf('a', [group('a', 0, 50), group('b', 0, 50)]).moreNeeded).toBeNull();
    expect(verdictOf('a', [group('a', 50, 50), group('b', 50, 50)]).moreNeeded).toBeNull();
    expect(verdictOf('a', [group('a', 0, 0), group('b', 0, 0)]).moreNeeded).toBeNull();
  });
});
