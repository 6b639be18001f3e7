import { incompleteGamma } from './incomplete-gamma';

/** The share of the standard normal distribution above z, to full double accuracy in both tails. */
export function normalUpperTail(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? 0.5 + lower / 2 : upper / 2;
}

/**
 * The z below which a share `p` of the standard normal distribution lies, to full double accuracy.
 *
 * A rough start (Abramowitz and Stegun, 26.2.23, right to 0.00045) is refined by Halley's method, which trebles the right
 * digits at each step. Towards the middle the area between 0 and z is what is solved for, in the tails the tail itself:
 * whichever of them is small keeps its digits.
 *
 * @param p between 0 and 1, both excluded
 */
export function normalQuantile(p: number): number {
  if (p < 0.5) return -aboveMiddle(p, 0.5 - p);
  return aboveMiddle(1 - p, p - 0.5);
}

/** The z of an interval that holds `level` of the standard normal distribution, as much on either side. */
export function normalWithin(level: number): number {
  return aboveMiddle((1 - level) / 2, level / 2);
}

function aboveMiddle(tail: number, central: number): number {
  let z = central < 0.25 ? central * Math.sqrt(2 * Math.PI) : roughQuantile(tail);
  for (let step = 0; step < 6; step++) {
    const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
    const tooFar = central < 0.25 ? lower / 2 - central : tail - upper / 2;
    const inUnits = tooFar * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
    z -= inUnits / (1 + (inUnits * z) / 2);
  }
  return z;
}

function roughQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  return (
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) /
      (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t)
  );
}
