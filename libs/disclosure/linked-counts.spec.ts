import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import fc from 'fast-check';
import { LinkedCounts } from './linked-counts';
import { type CountInterval, countsBehind, type ReleasedCount, releasedCount } from './released-count';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
const ANY: CountInterval = { lowest: 0, highest: 1000 };
const PART = { by: POLICY, name: 'part', yields: [0] };
const behind = (told: ReleasedCount, policy: typeof POLICY) =>
  told === null ? ANY : countsBehind(told, policy);
const isWide = (lowest: number, highest: number, { smallest }: typeof POLICY) =>
  lowest < smallest ? lowest <= 0 && highest >= smallest - 1 : highest - lowest + 1 >= smallest;
/** Of what is known to be none of the small ones, since it was withheld for the sake of others. */
const isWideForLarge = (lowest: number, highest: number, policy: typeof POLICY) =>
  isWide(lowest, highest, policy) || highest - Math.max(lowest, policy.smallest) + 1 >= policy.smallest;

describe('counts that share people', () => {
  it('are withheld where one told now would narrow one that was withheld before', async () => {
    // 20 in a pool or appointed, told before; 20 in the pool would leave 0 to 4 who were appointed.
    const links = new LinkedCounts();
    const inPool = links.add({ now: 20, ...PART });
    const appointed = links.add({ before: null, by: POLICY });
    links.sumOf([inPool, appointed], { before: 20, by: POLICY });
    expect(await links.withheldFurther(POLICY)).toEqual(new Set(['part']));
  });

  it('leave all of 0 to 9 to a withheld count that may be one of them', async () => {
    // 205 of all less nine times 20 is 5 to 45: whoever guesses that it is withheld for being small has five values left.
    const links = new LinkedCounts();
    const parts = Array.from({ length: 9 }, (_, at) =>
      links.add({ now: 20, by: POLICY, name: `${at}`, yields: [at] }),
    );
    links.sumOf([...parts, links.add({ before: null, by: POLICY })], { before: 205, by: POLICY });
    const further = (await links.withheldFurther(POLICY))!;
    expect(further.size).toBe(1);
  });

  it('may leave none of 0 to 9 to a withheld count, but ten others', async () => {
    // 305 less nine times 20: no small count, and 41 large ones.
    const links = new LinkedCounts();
    const parts = Array.from({ length: 9 }, () => links.add({ now: 20, ...PART }));
    links.sumOf([...parts, links.add({ before: null, by: POLICY })], { before: 305, by: POLICY });
    expect(await links.withheldFurther(POLICY)).toEqual(new Set());
  });

  it('are told where every withheld count keeps ten values', async () => {
    const links = new LinkedCounts();
    const parts = [links.add({ now: 20, ...PART }), links.add({ before: null, by: POLICY })];
    links.sumOf(parts, { before: null, by: POLICY });
    expect(await links.withheldFurther(POLICY)).toEqual(new Set());
  });

  it('are no release where they contradict each other', async () => {
    const links = new LinkedCounts();
    const whole = links.add({ now: 10, ...PART });
    links.within(links.add({ before: 20, by: POLICY }), whole);
    expect(await links.withheldFurther(POLICY)).toBeUndefined();
  });

  it('are not withheld for what was narrow before, and never make it narrower', async () => {
    // Of 24 posts 18 to 22 were filled from the pool: 2 to 6 were not, whatever is told now.
    const told = async (now: number) => {
      const links = new LinkedCounts();
      const fromPool = links.add({ before: 20, by: POLICY });
      const outside = links.add({ before: null, by: POLICY });
      links.tie(links.add({ exactly: 24 }), [fromPool, outside]);
      links.within(fromPool, links.add({ now, ...PART }));
      return links.withheldFurther(POLICY);
    };
    expect(await told(30)).toEqual(new Set());
    // No more than 19 from the pool would leave 5 or 6.
    expect(await told(15)).toBeUndefined();
    const beside = async (now: number) => {
      const links = new LinkedCounts();
      const fromPool = links.add({ before: 20, by: POLICY });
      links.tie(links.add({ exactly: 24 }), [fromPool, links.add({ before: null, by: POLICY })]);
      links.within(links.add({ now, ...PART }), fromPool);
      return links.withheldFurther(POLICY);
    };
    expect(await beside(15)).toEqual(new Set());
    expect(await beside(20)).toEqual(new Set());
  });

  it('keep as many values as the policy promised by which each was withheld, whatever the policy is by now', async () => {
    const stricter = { base: 5, smallest: 20, smallestForExtremes: 20 };
    const beside = async (before: typeof POLICY, now: typeof POLICY, told: number) => {
      const links = new LinkedCounts();
      const parts = [links.add({ now: told, ...PART, by: now }), links.add({ before: null, by: before })];
      links.sumOf(parts, { before: 50, by: before });
      return links.withheldFurther(now);
    };
    // 50 less 35, both to the nearest 5, is 11 to 19.
    expect(await beside(POLICY, POLICY, 35)).toEqual(new Set(['part']));
    const wide = { ...POLICY, base: 10 };
    // 50 less 20, which may be 15 to 24, is 24 to 37: enough where 10 values were promised, and too few where 20 were.
    expect(await beside(POLICY, wide, 20)).toEqual(new Set());
    expect(await beside(stricter, wide, 20)).toEqual(new Set(['part']));
    // That less is promised by now takes nothing from what was promised then.
    expect(await beside(stricter, { ...wide, smallest: 5 }, 20)).toEqual(new Set(['part']));
  });

  it('are as coarse as they were told, and not as they would be told by now', async () => {
    const coarse = { ...POLICY, base: 20 };
    const beside = async (before: typeof POLICY) => {
      const links = new LinkedCounts();
      const parts = [links.add({ now: 40, ...PART }), links.add({ before: null, by: POLICY })];
      links.sumOf(parts, { before: 80, by: before });
      return links.withheldFurther(POLICY);
    };
    // 80 less 40 is 36 to 44 where both are to the nearest 5, and 28 to 51 where the sum is to the nearest 20.
    expect(await beside(POLICY)).toEqual(new Set(['part']));
    expect(await beside(coarse)).toEqual(new Set());
  });

  it('leave every withheld count as many values as its policy promises, worked out without a program', async () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 60 }));
    const policy = fc.constantFrom(
      ...[POLICY, POLICY, { ...POLICY, base: 10, smallest: 20 }, { ...POLICY, base: 1, smallest: 5 }],
    );
    const counts = fc.array(count, { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(counts, policy, policy, async (truly, before, now) => {
        const links = new LinkedCounts();
        const places = truly.map((each, at) =>
          links.add({ now: releasedCount(each, now), by: now, name: `${at}`, yields: [at] }),
        );
        const total = releasedCount(
          truly.reduce((sum, each) => sum + each, 0),
          before,
        );
        links.sumOf(places, { before: total, by: before });
        const further = (await links.withheldFurther(now))!;
        const told = truly.map((each, at) => (further.has(`${at}`) ? null : releasedCount(each, now)));
        const sum = (end: keyof CountInterval, of: readonly ReleasedCount[]) =>
          of.reduce<number>((all, each) => all + behind(each, now)[end], 0);
        told.forEach((each, at) => {
          if (each !== null) return;
          const others = told.filter((_, place) => place !== at);
          const lowest = Math.max(0, behind(total, before).lowest - sum('highest', others));
          const highest = behind(total, before).highest - sum('lowest', others);
          // What the total had narrowed for whoever asks for more by now is left as it was.
          const wasNarrow = !isWide(0, behind(total, before).highest, now);
          const isAsItWas = lowest === 0 && highest === behind(total, before).highest;
          const isLarge = truly[at]! >= now.smallest;
          const isWideThen = isLarge ? isWideForLarge : isWide;
          expect(isWideThen(lowest, highest, now) || (wasNarrow && isAsItWas)).toBe(true);
        });
        if (total === null) expect(isWide(sum('lowest', told), sum('highest', told), before)).toBe(true);
      }),
      { numRuns: 200, seed: 20261201 },
    );
  });
});
