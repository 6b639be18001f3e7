import type { Mentee } from './mentee';
import type { Mentor } from './mentor';
import type { Person } from './person';

/**
 * What somebody asks of a mentor: all of a mentee that the person does not say already. The access needs are those that
 * a mentor must meet; somebody who is a mentor too offers others.
 */
export interface MenteeProfile extends Omit<Mentee, Exclude<keyof Person, 'accessibility'> | 'waitingSince'> {
  readonly personId: string;
  readonly version: number;
}

/** What somebody offers as a mentor, access needs that they can meet among it: all that the person does not say already. */
export interface MentorProfile extends Omit<Mentor, Exclude<keyof Person, 'accessibility'>> {
  readonly personId: string;
  readonly version: number;
}
