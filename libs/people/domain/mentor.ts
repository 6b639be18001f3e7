import type { Person } from './person';

/** A topic (competency or experience) that a mentor has practised. */
export interface Strength {
  /** Code of a topic in the catalogue. */
  readonly topic: string;
  /** Code of the stage at which they have practised it. */
  readonly stage: string;
}

/** A person who offers places to mentees. */
export interface Mentor extends Person {
  readonly strengths: readonly Strength[];
  /** Mentees they can take at once, 0 to 50. */
  readonly capacity: number;
  /** Hours a month agreed with the employer for mentoring; absent where nothing is agreed. */
  readonly protectedHours?: number;
  /** Willing to mentor somebody at their own stage. */
  readonly peer: boolean;
  /** Chose to be shown to mentees who look for a mentor. */
  readonly listed: boolean;
}

/** More places than this is a slip of the keyboard. */
export const MOST_PLACES = 50;

/** Hours a month: nobody is given more than every working hour. */
export const MOST_HOURS = 160;
