import { cochranMantelHaenszel } from './cochran-mantel-haenszel';
import { mantelHaenszel } from './mantel-haenszel';
import type { Stratum } from './stratum';

const of = (successes: number, n: number) => ({ successes, n });

/** Admissions to the University of California at Berkeley, autumn 1973: women beside men, by department A to F. */
const DEPARTMENTS: readonly Stratum[] = [
  { group: of(89, 108), rest: of(512, 825) },
  { group: of(17, 25), rest: of(353, 560) },
  { group: of(202, 593), rest: of(120, 325) },
  { group: of(131, 375), rest: of(138, 417) },
  { group: of(94, 393), rest: of(53, 191) },
  { group: of(24, 341), rest: of(22, 373) },
];

describe('admissions to Berkeley in 1973', () => {
  it('look like a bias that is gone within departments', () => {
    const found = mantelHaenszel(DEPARTMENTS);
    expect(found.crude).toBeCloseTo(0.681829843563, 12);
    expect(found.estimate).toBeCloseTo(1.05830742359, 11);
    expect(found.strataCompared).toBe(6);
    expect(found.interval!.lower).toBeLessThan(1);
    expect(found.interval!.upper).toBeGreaterThan(1);
  });

  it('show no difference within departments that chance would not make', () => {
    const found = cochranMantelHaenszel(DEPARTMENTS);
    expect(found.statistic).toBeCloseTo(1.426946228587, 12);
    expect(found.degreesOfFreedom).toBe(1);
    expect(found.pValue).toBeCloseTo(0.232263462817, 12);
  });

  it('show, without the correction, a little more', () => {
    expect(cochranMantelHaenszel(DEPARTMENTS, false).statistic).toBeCloseTo(1.5246066604434, 12);
  });
});
