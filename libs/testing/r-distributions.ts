import * as library from 'lib-r-math.js';

/** Distributions by the names and in the order of arguments that R gives them; `lowerTail` is true where it is not said. */
export interface RDistributions {
  qnorm(p: number): number;
  pnorm(q: number, mean?: number, deviation?: number, lowerTail?: boolean): number;
  dbinom(x: number, size: number, p: number, asLog?: boolean): number;
  pbinom(q: number, size: number, p: number, lowerTail?: boolean): number;
  dhyper(x: number, white: number, black: number, drawn: number, asLog?: boolean): number;
  phyper(q: number, white: number, black: number, drawn: number): number;
  pchisq(q: number, df: number, noncentral: undefined, lowerTail: boolean): number;
  pgamma(q: number, shape: number, rate: number, scale: undefined, lowerTail: boolean): number;
  lbeta(a: number, b: number): number;
  lgamma(x: number): number;
}

/**
 * R's distributions as somebody else ported them, to hold our own against. Its incomplete beta function (and with it
 * `pbinom` for some sizes) is wrong from the seventh figure on for some arguments; what is listed here was found right.
 */
// The types that the package brings are written for bundlers and cannot be resolved here.
export const rDistributions = library as unknown as RDistributions;
