/** What a comparison of two rates is meant to find, and how surely. */
export interface SampleSizeQuestion {
  /** The rate of the rest, between 0 and 1. */
  readonly rate: number;
  /** Rate of the group ÷ rate of the rest that should be found; give this or `difference`. */
  readonly ratio?: number;
  /** Rate of the group − rate of the rest that should be found. */
  readonly difference?: number;
  /** People in the rest for each in the group; 1 where nothing is said. */
  readonly restPerGroup?: number;
  /** The chance of finding it where it is there; 0.8 where nothing is said. */
  readonly power?: number;
  /** The chance of finding it where it is not, two-sided; 0.05 where nothing is said. */
  readonly significance?: number;
  /** Whether Fisher's exact test will judge, which takes more people than χ²; true where nothing is said. */
  readonly exact?: boolean;
}

/** How many people a comparison takes. */
export interface SampleSize {
  readonly group: number;
  readonly rest: number;
}

/** Sample size needed. */
export function sampleSizeNeeded(question: SampleSizeQuestion): SampleSize {
  throw new Error('not written yet');
}
