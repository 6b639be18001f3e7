import type { Likeness, Mentee, Mentor, Person } from '@evenhand/people';
import { folded } from './sets';

/** Preferences that mentees stated about their mentor, and those of them that a match meets. */
export interface Preferences {
  readonly stated: number;
  readonly met: number;
}

/** Which of what a mentee prefers (profession, organisation) one mentor meets: 0 to 2 stated, and as many or fewer met. */
export function preferencesMet(mentee: Mentee, mentor: Mentor): Preferences {
  const sameProfession = mentee.background.profession === mentor.background.profession;
  const employers = organisationsOf(mentor);
  const sameOrganisation = [...organisationsOf(mentee)].some((organisation) => employers.has(organisation));
  const answers = [
    ...answer(mentee.preferProfession, sameProfession),
    ...answer(mentee.preferOrganisation, sameOrganisation),
  ];
  return { stated: answers.length, met: answers.filter((met) => met).length };
}

function answer(preference: Likeness, same: boolean): boolean[] {
  return preference === 'any' ? [] : [(preference === 'same') === same];
}

function organisationsOf({ posts }: Person): Set<string> {
  return new Set(posts.map(({ organisation }) => folded(organisation)));
}
