import { Conflict } from '@evenhand/kernel';

/** Where two people who both said yes stand. */
export const RELATIONSHIP_STATES = ['starting', 'active', 'paused', 'completed', 'ended'] as const;
/** The code of one of them. */
export type RelationshipState = (typeof RELATIONSHIP_STATES)[number];

/** States in which a relationship uses one of the mentor’s places. None leads back from the other two. */
export const PLACE_KEEPING_STATES: readonly RelationshipState[] = ['starting', 'active', 'paused'];

/** Whether it helped with the mentee’s gap. */
export const HELPED_ANSWERS = ['yes', 'partly', 'no'] as const;
/** One of the answers. */
export type HelpedAnswer = (typeof HELPED_ANSWERS)[number];

/** What one of the two says about it, once they have met. The last word counts. */
export interface Feedback {
  readonly helped: HelpedAnswer;
  readonly saidAt: Date;
}

/** Which of the two. */
export type MentoringSide = 'mentee' | 'mentor';

/** What follows from a confirmed proposal: two people who work together. Who ended or paused it, and why, is not kept. */
export interface MentoringRelationship {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  /** The proposal that both accepted, and the request that it answers. */
  readonly proposalId: string;
  readonly requestId: string;
  /** Person ids. */
  readonly menteeId: string;
  readonly mentorId: string;
  readonly state: RelationshipState;
  /** When the second of them said yes. */
  readonly beganAt: Date;
  /** Day of the first meeting, `YYYY-MM-DD`. */
  readonly firstMetOn?: string;
  /** Since when it is paused. */
  readonly pausedAt?: Date;
  readonly completedAt?: Date;
  readonly endedAt?: Date;
  readonly menteeFeedback?: Feedback;
  readonly mentorFeedback?: Feedback;
  /** When the mentee of one that ended asked to be matched anew. */
  readonly rematchAskedAt?: Date;
  readonly version: number;
}

/** Moves of a relationship, each with the states from which it is allowed and the one to which it leads. */
const MOVES = {
  meet: { from: ['starting'], to: 'active' },
  pause: { from: ['active'], to: 'paused' },
  resume: { from: ['paused'], to: 'active' },
  complete: { from: ['active', 'paused'], to: 'completed' },
  end: { from: ['starting', 'active', 'paused'], to: 'ended' },
} as const satisfies Record<string, { from: readonly RelationshipState[]; to: RelationshipState }>;

/** A move that needs nothing but the time at which it is made. */
export type PlainMove = Exclude<keyof typeof MOVES, 'meet'>;

/**
 * Pauses, resumes, completes or ends it. An early finish is a completion; before the first meeting there is nothing to
 * complete.
 *
 * @throws Conflict `mentoring-relationship.cannot-<move>` from any state that does not allow the move
 */
export function moveRelationship(
  relationship: MentoringRelationship,
  move: PlainMove,
  at: Date,
): MentoringRelationship {
  const { pausedAt, ...going } = moved(relationship, move);
  switch (move) {
    case 'pause':
      return { ...going, pausedAt: at };
    case 'resume':
      return going;
    case 'complete':
      return { ...going, completedAt: at };
    case 'end':
      return { ...going, endedAt: at };
  }
}

/**
 * The two have met for the first time.
 *
 * @param on the day, `YYYY-MM-DD`
 * @param today the day on which somebody says so
 * @throws Conflict `mentoring-relationship.cannot-meet` where they have met or it is over,
 *   `mentoring-relationship.meeting-to-come` for a day after today, `mentoring-relationship.meeting-too-early` for one
 *   before both had said yes
 */
export function meetFirst(
  relationship: MentoringRelationship,
  on: string,
  today: string,
): MentoringRelationship {
  const active = moved(relationship, 'meet');
  if (on > today) {
    throw new Conflict(
      'mentoring-relationship.meeting-to-come',
      `The first meeting is said to be on ${on}, which is still to come: record it once it was held.`,
    );
  }
  const began = relationship.beganAt.toISOString().slice(0, 10);
  if (on < began) {
    throw new Conflict(
      'mentoring-relationship.meeting-too-early',
      `The first meeting is said to be on ${on}, before both had accepted (${began}).`,
    );
  }
  return { ...active, firstMetOn: on };
}

/**
 * One of the two says whether it helped, once they have met and however it went on.
 *
 * @throws Conflict `mentoring-relationship.not-met`
 */
export function giveFeedback(
  relationship: MentoringRelationship,
  by: MentoringSide,
  feedback: Feedback,
): MentoringRelationship {
  if (relationship.firstMetOn === undefined) {
    throw new Conflict(
      'mentoring-relationship.not-met',
      'No first meeting is recorded: whether it helped can be said after it.',
    );
  }
  return by === 'mentee'
    ? { ...relationship, menteeFeedback: feedback }
    : { ...relationship, mentorFeedback: feedback };
}

/**
 * The mentee of a relationship that ended wants to be matched anew, once.
 *
 * @throws Conflict `mentoring-relationship.not-ended`, `mentoring-relationship.rematch-asked`
 */
export function askForRematch(relationship: MentoringRelationship, at: Date): MentoringRelationship {
  const { state, rematchAskedAt } = relationship;
  if (state !== 'ended') {
    throw new Conflict(
      'mentoring-relationship.not-ended',
      `The mentoring is ${state}: a new match is offered where it has ended.`,
    );
  }
  if (rematchAskedAt !== undefined) {
    throw new Conflict(
      'mentoring-relationship.rematch-asked',
      'A new match was asked for already: see your requests.',
    );
  }
  return { ...relationship, rematchAskedAt: at };
}

function moved(relationship: MentoringRelationship, move: keyof typeof MOVES): MentoringRelationship {
  const { from, to } = MOVES[move];
  if (!(from as readonly RelationshipState[]).includes(relationship.state)) {
    throw new Conflict(
      `mentoring-relationship.cannot-${move}`,
      `The mentoring is ${relationship.state}: only one that is ${from.join(' or ')} can become ${to}.`,
    );
  }
  return { ...relationship, state: to };
}
