import type { Person } from './person';

/** A topic (competency or experience) in which the target stage asks more than is there. */
export interface Gap {
  /** Code of a topic in the catalogue. */
  readonly topic: string;
  /** What the target stage asks less what is there, 1 to 4. */
  readonly size: number;
}

/** Which of two likenesses a person would rather have. */
export type Likeness = 'same' | 'different' | 'any';

/** A person who asks for a mentor. */
export interface Mentee extends Person {
  /** Code of the stage that they want to reach. Only at the top, or asking for a peer, is it the present one. */
  readonly targetStage: string;
  /** One to five, in the person's own order of importance. */
  readonly gaps: readonly Gap[];
  readonly preferProfession: Likeness;
  readonly preferOrganisation: Likeness;
  /** Asks for a peer: somebody at their own stage will do. */
  readonly peer: boolean;
  /** Day of the first submission, `YYYY-MM-DD`; without one they have not waited. */
  readonly waitingSince?: string;
}

/** The size of a gap when a file gives only its rank: the middle of the scale. */
export const USUAL_GAP_SIZE = 2;
/** As many gaps as a person can choose to work on at once. */
export const MOST_GAPS = 5;
