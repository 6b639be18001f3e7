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

/** A category that holds the mentors who stand first among all who are eligible, as far as they are in no band before it. */
export interface RankBand {
  readonly code: string;
  readonly title: string;
  /** How many of so many belong to it or to one before it, the best first. */
  readonly upTo: (eligible: number) => number;
}

/**
 * Where the mentor of a match stands among those eligible for the mentee. Whether people get the best whom they could have
 * is asked first; the others are bands of shares, as the quality of a round has them: to be the fifth of five is another
 * thing than to be the fifth of a thousand, and groups differ in how many mentors are eligible for their people.
 */
export const RANK_BANDS: readonly RankBand[] = [
  { code: 'best', title: 'The best', upTo: () => 1 },
  { code: 'best_tenth', title: 'Another of the best tenth', upTo: (eligible) => Math.ceil(eligible / 10) },
  { code: 'best_half', title: 'Another of the best half', upTo: (eligible) => Math.ceil(eligible / 2) },
  { code: 'other_half', title: 'Of the other half', upTo: (eligible) => eligible },
];

/** Position of the band in which a number lies; that after the last for no number, which is written as less than 0. */
export function bandOf(bands: readonly Band[], value: number): number {
  return value < 0 ? bands.length : bands.findIndex(({ below }) => value < below);
}

/**
 * Position of the band in which a rank lies; that after the last where it is not known.
 *
 * @param rank 1 for the best, at most as many as are eligible; less than 1 where it is not known
 */
export function rankBandOf(rank: number, eligible: number): number {
  return rank < 1 ? RANK_BANDS.length : RANK_BANDS.findIndex(({ upTo }) => rank <= upTo(eligible));
}
