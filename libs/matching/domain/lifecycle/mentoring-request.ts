import { Conflict } from '@evenhand/kernel';

/** Where a request for a mentor stands. A match that ends does not come back here: its mentee asks anew, in a new request. */
export const REQUEST_STATES = [
  'draft',
  'submitted',
  'in_round',
  'proposed',
  'matched',
  'withdrawn',
  'expired',
] as const;
/** The code of a request's state. */
export type RequestState = (typeof REQUEST_STATES)[number];

/** Somebody asks for a mentor. */
export interface MentoringRequest {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly personId: string;
  readonly state: RequestState;
  /** Day of the first submission, `YYYY-MM-DD`: waiting counts from it, whatever became of proposals since. */
  readonly firstSubmittedOn?: string;
  /** The round that has taken the request up, while it is in a round, proposed or matched. */
  readonly roundId?: string;
  /** Mentors whom the mentee wants to be proposed again although such a pair was declined, ran out or ended. UUIDs. */
  readonly welcomedAgain: readonly string[];
  readonly version: number;
}

/** Moves of a request, each with the states from which it is allowed and the one to which it leads. */
const MOVES = {
  submit: { from: ['draft'], to: 'submitted' },
  takeUp: { from: ['submitted'], to: 'in_round' },
  propose: { from: ['in_round', 'submitted'], to: 'proposed' },
  match: { from: ['proposed'], to: 'matched' },
  giveBack: { from: ['in_round', 'proposed'], to: 'submitted' },
  withdraw: { from: ['draft', 'submitted', 'in_round', 'proposed'], to: 'withdrawn' },
  expire: { from: ['draft', 'submitted'], to: 'expired' },
} as const satisfies Record<string, { from: readonly RequestState[]; to: RequestState }>;

/** A move of a request. */
export type RequestMove = keyof typeof MOVES;

/** Requests that wait for an answer: a person has at most one of them. */
export const OPEN_REQUEST_STATES: readonly RequestState[] = ['draft', 'submitted', 'in_round', 'proposed'];

/**
 * Makes a move. A request that waits, or is over, is in no round.
 *
 * @throws Conflict `mentoring-request.cannot-<move>` from any state that does not allow the move
 */
export function moveRequest(request: MentoringRequest, move: RequestMove): MentoringRequest {
  const { from, to } = MOVES[move];
  if (!(from as readonly RequestState[]).includes(request.state)) {
    const name = move.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    throw new Conflict(
      `mentoring-request.cannot-${name}`,
      `The request is ${inWords(request.state)}: only one that is ${from.map(inWords).join(' or ')} can become ${inWords(to)}.`,
    );
  }
  const { roundId, ...withoutRound } = request;
  return to === 'submitted' || to === 'withdrawn' || to === 'expired'
    ? { ...withoutRound, state: to }
    : { ...request, state: to };
}

/**
 * Submits a draft.
 *
 * @param on the day, `YYYY-MM-DD`, from which waiting counts where the request was never submitted before
 * @throws Conflict `mentoring-request.cannot-submit` where it is no draft
 */
export function submitRequest(request: MentoringRequest, on: string): MentoringRequest {
  return { firstSubmittedOn: on, ...moveRequest(request, 'submit') };
}

function inWords(state: RequestState): string {
  return state.replaceAll('_', ' ');
}
