/** Coefficients of z⁻¹, z⁻³, z⁻⁵ … in the series for ln Γ: Bernoulli numbers B₂ₖ ÷ (2k(2k − 1)). */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/** From here on the series is exact to the last digit. */
const LARGE = 16;

/**
 * What Stirling's formula for ln z! leaves out: ln Γ(z + 1) − ((z + ½) ln z − z + ½ ln 2π). It is small where ln z! is
 * large, so densities that are built from it keep their digits where differences of ln z! would lose them.
 *
 * Source: Loader, "Fast and accurate computation of binomial probabilities" (2000).
 *
 * @param z > 0
 */
export function stirlingError(z: number): number {
  let error = 0;
  let at = z;
  for (; at < LARGE; at += 1) {
    error += (at + 0.5) * Math.log1p(1 / at) - 1;
  }
  const square = 1 / (at * at);
  return error + SERIES.reduceRight((sum, coefficient) => sum * square + coefficient, 0) / at;
}
