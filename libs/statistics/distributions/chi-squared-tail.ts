import { incompleteGamma } from './incomplete-gamma';

/**
 * The chance of a χ² as large as this or larger.
 *
 * @param statistic ≥ 0
 * @param degreesOfFreedom ≥ 1
 */
export function chiSquaredUpperTail(statistic: number, degreesOfFreedom: number): number {
  return incompleteGamma(degreesOfFreedom / 2, statistic / 2).upper;
}
