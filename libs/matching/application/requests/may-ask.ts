import { Conflict } from '@evenhand/kernel';
import type { MenteeProfile, RegisteredPerson } from '@evenhand/people';

/**
 * Whether somebody can ask for a mentor.
 *
 * @throws Conflict `mentoring-request.not-taking-part` without consent or while not active,
 *   `mentoring-request.no-profile` without a mentee profile
 */
export function refuseUnlessMayAsk(person: RegisteredPerson, profile: MenteeProfile | undefined): void {
  if (!person.consent || !person.active) {
    throw new Conflict(
      'mentoring-request.not-taking-part',
      `Person ${person.id} ${person.consent ? 'is not active' : 'has not consented to being matched'}: only who is active and consents can ask for a mentor.`,
    );
  }
  if (profile === undefined) {
    throw new Conflict(
      'mentoring-request.no-profile',
      `Person ${person.id} has no mentee profile: what they ask for stands there.`,
    );
  }
}
