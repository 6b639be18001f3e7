/** A distribution over whole numbers that rises to one peak, as a recurrence. */
export interface PeakedDistribution {
  readonly fewest: number;
  readonly most: number;
  /** A value than which none is likelier. */
  readonly mode: number;
  /** The density at x + 1 ÷ the density at x. */
  readonly rise: (x: number) => number;
}

/** Values whose densities differ by rounding alone count as equally likely: R's allowance. */
const ROUNDING = 1 + 1e-7;

/**
 * The chance of a value that is as unlikely as the observed one or more so: the two-sided p of an exact test. It walks
 * from the mode to either side until densities vanish, in their own units, so that no factorial is needed, nothing
 * overflows, and a million people take some ten thousand steps.
 *
 * @param observed `fewest` to `most`
 * @returns 0 to 1; 0 only where it is too small for a double (below 10⁻³⁰⁰)
 */
export function chanceAsUnlikely(distribution: PeakedDistribution, observed: number): number {
  const limit = relativeDensity(distribution, observed) * ROUNDING;
  let all = 0;
  let unlikely = 0;
  walk(distribution, (density) => {
    all += density;
    if (density <= limit) unlikely += density;
  });
  return unlikely / all;
}

/** Beyond this share of the likeliest value nothing is left that a p could show. */
const NOTHING_LEFT = 1e-20;

/**
 * The same for several observed values of one distribution in one walk, which ends where densities no longer matter: each
 * within 10⁻¹⁵ of what `chanceAsUnlikely` says.
 */
export function chancesAsUnlikely(
  distribution: PeakedDistribution,
  observed: readonly number[],
): readonly number[] {
  const densities: number[] = [];
  walk(distribution, (density) => densities.push(density), NOTHING_LEFT);
  const all = densities.reduce((sum, density) => sum + density, 0);
  return observed.map((value) => {
    const limit = relativeDensity(distribution, value) * ROUNDING;
    let unlikely = 0;
    for (const density of densities) if (density <= limit) unlikely += density;
    return unlikely / all;
  });
}

/** The density as a share of that of the mode. */
function relativeDensity({ mode, rise }: PeakedDistribution, observed: number): number {
  let density = 1;
  for (let x = mode; x < observed; x++) density *= rise(x);
  for (let x = mode; x > observed; x--) density /= rise(x - 1);
  return density;
}

function walk(
  { fewest, most, mode, rise }: PeakedDistribution,
  visit: (density: number) => void,
  end = 0,
): void {
  visit(1);
  let density = 1;
  for (let x = mode; x < most && density > end; x++) {
    density *= rise(x);
    visit(density);
  }
  density = 1;
  for (let x = mode; x > fewest && density > end; x--) {
    density /= rise(x - 1);
    visit(density);
  }
}
