import { Conflict } from '@evenhand/kernel';

/** Where somebody stands with a champion. */
export const CHAMPIONING_STATES = ['named', 'put_forward', 'taken_up', 'taken_back'] as const;
/** The code of one of them. */
export type ChampioningState = (typeof CHAMPIONING_STATES)[number];

/** What somebody was put forward for. */
export interface PuttingForward {
  /** A post, a project, a board: 1 to 200 characters. */
  readonly what: string;
  /** The day, `YYYY-MM-DD`. */
  readonly on: string;
}

/**
 * A senior colleague of one’s own organisation who opens a door: named by the person, once for each door. Who champions
 * gives no mentoring by it.
 */
export interface Championing {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly personId: string;
  /** Absent where they are erased. */
  readonly championPersonId?: string;
  readonly state: ChampioningState;
  readonly namedAt: Date;
  readonly putForward?: PuttingForward;
  /** When the person took up what they were put forward for. */
  readonly takenUpAt?: Date;
  /** When either of the two took the name back. */
  readonly takenBackAt?: Date;
  readonly version: number;
}

/**
 * The champion puts the person forward.
 *
 * @param today the day on which they say so
 * @throws Conflict `championing.cannot-put-forward` where they did so already, `championing.day-to-come` for a day after
 *   today
 */
export function putForward(championing: Championing, putting: PuttingForward, today: string): Championing {
  refuseUnless(championing, 'named', 'put-forward');
  if (putting.on > today) {
    throw new Conflict(
      'championing.day-to-come',
      `They are said to be put forward on ${putting.on}, which is still to come: record it once it was done.`,
    );
  }
  return { ...championing, state: 'put_forward', putForward: putting };
}

/**
 * The person takes up what they were put forward for.
 *
 * @throws Conflict `championing.cannot-take-up` where they are not put forward, or took it up already
 */
export function takeUp(championing: Championing, at: Date): Championing {
  refuseUnless(championing, 'put_forward', 'take-up');
  return { ...championing, state: 'taken_up', takenUpAt: at };
}

/**
 * Either of the two takes the name back: what was done with it stays, and that there was one is theirs to see.
 *
 * @throws Conflict `championing.cannot-take-back`
 */
export function takeBack(championing: Championing, at: Date): Championing {
  refuseUnless(championing, 'named', 'take-back');
  return { ...championing, state: 'taken_back', takenBackAt: at };
}

/** Whether the champion has shown themselves as one, by putting the person forward. To be named is not their doing. */
export function isChampionShown({ state }: Championing): boolean {
  return state === 'put_forward' || state === 'taken_up';
}

function refuseUnless({ state }: Championing, wanted: ChampioningState, move: string): void {
  if (state !== wanted) {
    throw new Conflict(
      `championing.cannot-${move}`,
      `That is for somebody who is ${STATES_IN_WORDS[wanted]}; this person is ${STATES_IN_WORDS[state]}.`,
    );
  }
}

const STATES_IN_WORDS: Readonly<Record<ChampioningState, string>> = {
  named: 'with a champion and not put forward yet',
  put_forward: 'put forward and has yet to take it up',
  taken_up: 'past that, having taken it up',
  taken_back: 'without this champion, the name having been taken back',
};
