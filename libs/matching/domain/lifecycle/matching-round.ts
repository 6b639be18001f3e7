import type { DisclosurePolicy } from '@evenhand/disclosure';
import { Conflict, type JobFailure } from '@evenhand/kernel';
import type { MatchingRules } from '../rules';

/** Where a matching round stands. */
export const ROUND_STATES = [
  'draft',
  'queued',
  'running',
  'solved',
  'published',
  'discarded',
  'cancelled',
  'failed',
] as const;
/** The code of a round's state. */
export type RoundState = (typeof ROUND_STATES)[number];

/** Whose requests a round takes up; mentors are those of the whole programme. An empty list leaves nobody out. */
export interface RoundScope {
  /** Codes of regions of the mentee's posts. */
  readonly regions: readonly string[];
  /** UUIDs of organisations of the mentee's posts. */
  readonly organisations: readonly string[];
}

/** Why a round failed, told so that a coordinator can act. */
export type RoundFailure = JobFailure;

/** One matching of a programme's requests with its mentors. */
export interface MatchingRound {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  /** 1 to 200 characters. */
  readonly name: string;
  readonly state: RoundState;
  /** Public from the start, and fixed once the round is queued. */
  readonly rules: MatchingRules;
  readonly scope: RoundScope;
  /** Secret under which this round's pseudonyms are made; fixed with the round, so that no second try shuffles ties. */
  readonly pseudonymKey: string;
  /** By which every count of the round is told, from its rules on; fixed with the round, so that none is told twice in two ways. */
  readonly policy: DisclosurePolicy;
  /** How often the round was queued, from 0. */
  readonly attempt: number;
  /** The run that stands for the round now: the latest queued one. Absent in a draft. */
  readonly runId?: string;
  readonly failure?: RoundFailure;
  readonly createdAt: Date;
  /** When rules, scope or name were last changed. */
  readonly rulesFixedAt: Date;
  readonly publishedAt?: Date;
  readonly version: number;
}

const MOVES = {
  change: { from: ['draft'], to: 'draft' },
  queue: { from: ['draft', 'failed'], to: 'queued' },
  start: { from: ['queued', 'running'], to: 'running' },
  solve: { from: ['running'], to: 'solved' },
  fail: { from: ['queued', 'running'], to: 'failed' },
  override: { from: ['solved'], to: 'solved' },
  publish: { from: ['solved'], to: 'published' },
  discard: { from: ['draft', 'solved'], to: 'discarded' },
  cancel: { from: ['queued', 'running'], to: 'cancelled' },
  reopen: { from: ['cancelled', 'failed'], to: 'draft' },
} as const satisfies Record<string, { from: readonly RoundState[]; to: RoundState }>;

/**
 * A move of a round. `start` again is a second worker's: the first may have died. `override` leaves it solved, since what
 * stands for it stands until the override is solved too.
 */
export type RoundMove = keyof typeof MOVES;

/**
 * Makes a move. Why a round failed is forgotten with the next one; a draft has no run, since its rules may change.
 *
 * @throws Conflict `matching-round.cannot-<move>` from any state that does not allow the move
 */
export function moveRound(round: MatchingRound, move: RoundMove): MatchingRound {
  const { from, to } = MOVES[move];
  if (!(from as readonly RoundState[]).includes(round.state)) {
    throw new Conflict(
      `matching-round.cannot-${move}`,
      `The round is ${round.state}: to ${move} it, it must be ${from.join(' or ')}.`,
    );
  }
  const { failure, runId, ...rest } = round;
  return { ...rest, ...(to === 'draft' || runId === undefined ? {} : { runId }), state: to };
}
