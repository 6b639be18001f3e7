import fc from 'fast-check';
import { chanceOfAtMost, logHypergeometricDensity, rangeInGroup } from '../distributions/hypergeometric';
import type { CountedRange, CountRange } from './count-range';
import { type GroupRange, possibleVerdicts } from './possible-verdicts';
import { type GroupCount, verdicts } from './verdicts';

const exactly = (count: number): CountRange => ({ lowest: count, highest: count });
const known = ({ key, successes, n }: GroupCount): GroupRange => ({
  key,
  successes: exactly(successes),
  n: exactly(n),
});

/** A true count with a range around it: as of a rounded count, or of a withheld one. */
const around = (count: number, most: number) =>
  fc.tuple(fc.nat(4), fc.nat(4), fc.boolean()).map(([less, more, isWithheld]): CountRange => {
    if (isWithheld && count < 30) return { lowest: 0, highest: Math.max(count, Math.min(most, 40)) };
    return { lowest: Math.max(0, count - less), highest: count + more };
  });

const groups = fc
  .array(
    fc.integer({ min: 0, max: 150 }).chain((n) =>
      fc.record({ n: fc.constant(n), successes: fc.integer({ min: 0, max: n }) }).chain(({ successes }) =>
        fc.record({
          truth: fc.constant({ n, successes }),
          range: fc.record({ n: around(n, 150), successes: around(successes, n) }),
        }),
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) => list.map((each, at) => ({ key: `group-${at}`, ...each })));

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe('Possible verdicts', () => {
  it('hold the verdict, whatever the counts in the ranges are, and the side on which a disparity lies', () => {
    fc.assert(
      fc.property(groups, fc.boolean(), fc.nat(2), fc.nat(2), (list, isTotalTold, slack, ofNoGroup) => {
        const [compared, others] = [list.slice(ofNoGroup), list.slice(0, ofNoGroup)];
        const truth = verdicts(
          compared.map(({ key, truth: counts }) => ({ key, ...counts })),
          others.map((each) => each.truth),
        );
        const within = (count: number) => ({ lowest: Math.max(0, count - slack), highest: count + slack });
        const everybody: CountedRange = {
          successes: within(sum(list.map((each) => each.truth.successes))),
          n: within(sum(list.map((each) => each.truth.n))),
        };
        const possible = possibleVerdicts(
          compared.map(({ key, range }) => ({ key, ...range })),
          isTotalTold ? everybody : undefined,
          others.map(({ range }) => range),
        );
        expect(possible.map(({ key }) => key)).toEqual(compared.map(({ key }) => key));
        truth.forEach(({ verdict, group, rest }, at) => {
          expect(possible[at]!.verdicts).toContain(verdict);
          if (verdict !== 'disparity') return;
          const side = group.successes * rest.n < rest.successes * group.n ? 'below' : 'above';
          expect(possible[at]!.directions).toContain(side);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('are the verdict alone where the counts are known', () => {
    fc.assert(
      fc.property(groups, (list) => {
        const truth = list.map(({ key, truth: counts }) => ({ key, ...counts }));
        expect(possibleVerdicts(truth.map(known)).map(({ verdicts: all }) => all)).toEqual(
          verdicts(truth).map(({ verdict }) => [verdict]),
        );
      }),
    );
  });

  it('are of groups alone: people of none are a part of the rest, and not tested with them', () => {
    const group = (key: string, successes: number, n: number) => known({ key, successes, n });
    const ofNone = Array.from({ length: 8 }, (_, at) => group(`none-${at}`, 50, 100));
    const beside = [group('a', 28, 80), group('b', 210, 400)];
    const verdictOf = (found: readonly { readonly verdicts: readonly string[] }[]) => found[0]!.verdicts;
    expect(verdictOf(possibleVerdicts([...beside, ...ofNone]))).toEqual(['no_evidence_of_disparity']);
    expect(verdictOf(possibleVerdicts(beside, undefined, ofNone))).toEqual(['disparity']);
  });

  it('are one for most rounded counts of which the verdict is clear', () => {
    const rounded = (key: string, successes: number, n: number): GroupRange => {
      const within = (count: number) => ({ lowest: count - 2, highest: count + 2 });
      return { key, successes: within(successes), n: within(n) };
    };
    const found = possibleVerdicts([
      rounded('far below', 20, 100),
      rounded('like the others', 60, 120),
      rounded('large', 500, 1_000),
      rounded('far above', 75, 90),
      rounded('at the edge', 40, 100),
    ]);
    expect(found.map(({ verdicts: all }) => all)).toEqual([
      ['disparity'],
      ['no_evidence_of_disparity'],
      ['no_evidence_of_disparity'],
      ['disparity'],
      ['disparity', 'no_evidence_of_disparity'],
    ]);
  });

  it('are several where a part is withheld that could be nobody or a few', () => {
    const [london] = possibleVerdicts([
      { key: 'london', successes: { lowest: 0, highest: 9 }, n: { lowest: 198, highest: 202 } },
      { key: 'others', successes: { lowest: 28, highest: 32 }, n: { lowest: 798, highest: 802 } },
    ]);
    expect(london!.verdicts).toEqual(['disparity', 'no_evidence_of_disparity']);
  });

  it('of a group hang on how many others may be tested with it', () => {
    const group = (key: string, successes: number, n: number) => known({ key, successes, n });
    const tested = ['b', 'c', 'd', 'e'].map((key) => group(key, 50, 100));
    const verdictsOf = (more: readonly GroupRange[]) =>
      possibleVerdicts([group('a', 30, 80), ...tested, ...more])[0]!.verdicts;
    expect(verdictsOf([])).toEqual(['no_evidence_of_disparity']);
    const alone = possibleVerdicts([group('a', 30, 80), group('b', 210, 400)])[0]!.verdicts;
    expect(alone).toEqual(['disparity']);
    const uncertain = Array.from({ length: 9 }, (_, at) => ({
      key: `unknown-${at}`,
      successes: { lowest: 0, highest: 1 },
      n: { lowest: 0, highest: 12 },
    }));
    expect(possibleVerdicts([group('a', 30, 80), group('b', 210, 400), ...uncertain])[0]!.verdicts).toEqual([
      'disparity',
      'no_evidence_of_disparity',
    ]);
  });

  it('are refused by the name of the range', () => {
    const upsideDown = { key: 'a', successes: { lowest: 2, highest: 1 }, n: exactly(4) };
    expect(() => possibleVerdicts([upsideDown])).toThrow(/^groups\[0\]\.successes\.highest /);
    expect(() => possibleVerdicts([], undefined, [upsideDown])).toThrow(/^others\[0\]\.successes\.highest /);
  });
});

describe('The chance of at most so many', () => {
  const margins = fc
    .record({ group: fc.integer({ min: 1, max: 60 }), rest: fc.integer({ min: 1, max: 90 }) })
    .chain(({ group, rest }) =>
      fc.record({
        ...{ group: fc.constant(group), rest: fc.constant(rest) },
        successes: fc.nat(group + rest),
      }),
    )
    .chain((each) => {
      const { fewest, most } = rangeInGroup(each);
      return fc.record({ margins: fc.constant(each), x: fc.integer({ min: fewest, max: most }) });
    });

  it('adds up the densities', () => {
    fc.assert(
      fc.property(margins, ({ margins: all, x }) => {
        const { fewest } = rangeInGroup(all);
        const densities = Array.from({ length: x - fewest + 1 }, (_, at) =>
          Math.exp(logHypergeometricDensity(fewest + at, all)),
        );
        expect(chanceOfAtMost(x, all)).toBeCloseTo(sum(densities), 10);
      }),
    );
  });

  it('rises and falls with each of the four counts as its comment says', () => {
    fc.assert(
      fc.property(margins, ({ margins: { group, rest, successes }, x }) => {
        const chance = chanceOfAtMost(x, { group, rest, successes });
        const allowed = 1e-12;
        const more = (inGroup: number, inRest: number, succeed: number, at = x) =>
          chanceOfAtMost(at, { group: group + inGroup, rest: rest + inRest, successes: successes + succeed });
        expect(more(1, 0, 1, x + 1)).toBeGreaterThanOrEqual(chance - allowed);
        expect(more(1, 0, 0)).toBeLessThanOrEqual(chance + allowed);
        expect(more(0, 1, 1)).toBeLessThanOrEqual(chance + allowed);
        expect(more(0, 1, 0)).toBeGreaterThanOrEqual(chance - allowed);
      }),
    );
  });
});
