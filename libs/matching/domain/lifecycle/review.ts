import { Conflict } from '@evenhand/kernel';

/** Where a review stands: a human being looked again and found it right, or something else came of it. */
export const REVIEW_STATES = ['open', 'upheld', 'changed'] as const;
/** The code of one of them. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** Somebody asks that a human being looks again at why they were matched, or were not. */
export interface ExplanationReview {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly roundId: string;
  readonly requestId: string;
  /** Who asks: the mentee, or the mentor of the match. */
  readonly personId: string;
  /** What they think of it, 1 to 2,000 characters; nobody has to say. */
  readonly reason?: string;
  readonly state: ReviewState;
  readonly askedAt: Date;
  readonly settledAt?: Date;
  /** What the coordinator found, 1 to 2,000 characters. */
  readonly finding?: string;
  /** The override by which something was changed, where it was one. */
  readonly overrideId?: string;
  readonly version: number;
}

/** What a coordinator found. */
export interface ReviewFinding {
  readonly outcome: Exclude<ReviewState, 'open'>;
  readonly finding: string;
  readonly overrideId?: string;
}

/**
 * Settles a review.
 *
 * @throws Conflict `explanation-review.is-settled`; `explanation-review.not-changed` where an override is named by which
 *   nothing was changed
 */
export function settleReview(
  review: ExplanationReview,
  { outcome, finding, overrideId }: ReviewFinding,
  at: Date,
): ExplanationReview {
  if (review.state !== 'open') {
    throw new Conflict(
      'explanation-review.is-settled',
      `Somebody has looked at it: it was ${review.state}. Whoever asked may ask again.`,
    );
  }
  if (outcome === 'upheld' && overrideId !== undefined) {
    throw new Conflict(
      'explanation-review.not-changed',
      'What was upheld was changed by no override: say that it was changed, or leave the override out.',
    );
  }
  const settled: ExplanationReview = { ...review, state: outcome, settledAt: at, finding };
  return overrideId === undefined ? settled : { ...settled, overrideId };
}
