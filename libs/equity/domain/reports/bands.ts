/** A category that holds a range of numbers. */
export interface Band {
  readonly code: string;
  readonly title: string;
  /** The first number that lies above it; Infinity for the last. */
  readonly below: number;
}

/** Weeks, as waits are told to people, up to a year; in days. */
export const WAITING_BANDS: readonly Band[] = [
  { code: 'up_to_4_weeks', title: 'Up to 4 weeks', below: 29 },
  { code: 'up_to_8_weeks', title: '5 to 8 weeks', below: 57 },
  { code: 'up_to_13_weeks', title: '9 to 13 weeks', below: 92 },
  { code: 'up_to_26_weeks', title: '14 to 26 weeks', below: 183 },
  { code: 'up_to_52_weeks', title: '27 to 52 weeks', below: 366 },
  { code: 'over_52_weeks', title: 'Over 52 weeks', below: Infinity },
];

/** The score of a pair, 0 to 10,000, in fifths. */
export const SCORE_BANDS: readonly Band[] = [
  { code: 'under_2000', title: 'Under 2,000', below: 2_000 },
  { code: 'from_2000', title: '2,000 to 3,999', below: 4_000 },
  { code: 'from_4000', title: '4,000 to 5,999', below: 6_000 },
  { code: 'from_6000', title: '6,000 to 7,999', below: 8_000 },
  { code: 'from_8000', title: '8,000 or more', below: Infinity },
];

/** Position of the band in which a number lies; that after the last for no number, which is written as less than 0. */
export function bandOf(bands: readonly Band[], value: number): number {
  return value < 0 ? bands.length : bands.findIndex(({ below }) => value < below);
}
