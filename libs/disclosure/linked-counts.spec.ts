import { DEFAULT_DISCLOSURE_POLICY } from './disclosure-policy';
import fc from 'fast-check';
import { LinkedCounts } from './linked-counts';
import { type CountInterval, countsBehind, type ReleasedCount, releasedCount } from './released-count';

const POLICY = DEFAULT_DISCLOSURE_POLICY;
const ANY: CountInterval = { lowest: 0, highest: 1000 };
const PART = { name: 'part', yields: [0] };
const behind = (told: ReleasedCount) => (told === null ? ANY : countsBehind(told, POLICY));

describe('counts that share people', () => {
  it('are withheld where one told now would narrow one that was withheld before', async () => {
    // 20 in a pool or appointed, told before; 20 in the pool would leave 0 to 4 who were appointed.
    const links = new LinkedCounts();
    const inPool = links.add({ now: 20, ...PART });
    const appointed = links.add({ before: null });
    links.sumOf([inPool, appointed], { before: 20 });
    expect(await links.withheldFurther(POLICY)).toEqual(new Set(['part']));
  });

  it('are told where every withheld count keeps ten values', async () => {
    const links = new LinkedCounts();
    const parts = [links.add({ now: 20, ...PART }), links.add({ before: null })];
    links.sumOf(parts, { before: null });
    expect(await links.withheldFurther(POLICY)).toEqual(new Set());
  });

  it('are no release where they contradict each other', async () => {
    const links = new LinkedCounts();
    const whole = links.add({ now: 10, ...PART });
    links.within(links.add({ before: 20 }), whole);
    expect(await links.withheldFurther(POLICY)).toBeUndefined();
  });

  it('are not withheld for what was narrow before, and never make it narrower', async () => {
    // Of 24 posts 18 to 22 were filled from the pool: 2 to 6 were not, whatever is told now.
    const told = async (now: number) => {
      const links = new LinkedCounts();
      const fromPool = links.add({ before: 20 });
      const outside = links.add({ before: null });
      links.tie(links.add({ exactly: 24 }), [fromPool, outside]);
      links.within(fromPool, links.add({ now, ...PART }));
      return links.withheldFurther(POLICY);
    };
    expect(await told(30)).toEqual(new Set());
    // No more than 19 from the pool would leave 5 or 6.
    expect(await told(15)).toBeUndefined();
    const beside = async (now: number) => {
      const links = new LinkedCounts();
      const fromPool = links.add({ before: 20 });
      links.tie(links.add({ exactly: 24 }), [fromPool, links.add({ before: null })]);
      links.within(links.add({ now, ...PART }), fromPool);
      return links.withheldFurther(POLICY);
    };
    expect(await beside(15)).toEqual(new Set());
    expect(await beside(20)).toEqual(new Set());
  });

  it('leave every withheld count ten values, worked out without a program', async () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 60 }));
    await fc.assert(
      fc.asyncProperty(fc.array(count, { minLength: 2, maxLength: 6 }), async (counts) => {
        const links = new LinkedCounts();
        const places = counts.map((each, at) =>
          links.add({ now: releasedCount(each, POLICY), name: `${at}`, yields: [at] }),
        );
        const total = releasedCount(
          counts.reduce((sum, each) => sum + each, 0),
          POLICY,
        );
        links.sumOf(places, { before: total });
        const further = (await links.withheldFurther(POLICY))!;
        const told = counts.map((each, at) => (further.has(`${at}`) ? null : releasedCount(each, POLICY)));
        told.forEach((each, at) => {
          if (each !== null) return;
          const others = told.filter((_, place) => place !== at).map(behind);
          const sum = (end: keyof CountInterval) => others.reduce((all, other) => all + other[end], 0);
          const lowest = Math.max(0, behind(total).lowest - sum('highest'));
          const highest = behind(total).highest - sum('lowest');
          expect((lowest <= 0 && highest >= 9) || highest - Math.max(lowest, 10) >= 9).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });
});
