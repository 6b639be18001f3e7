import type { Catalogue } from '@evenhand/taxonomy';
import { lineManagerCycles } from '../../domain/line-manager-cycles';
import { idKey } from '../../domain/person';
import type { MenteeProfile } from '../../domain/profiles';
import { quoted } from '../../domain/quoted';
import type { RegisteredPerson } from '../../domain/registered-person';
import { targetFault } from '../read-mentee';

/**
 * What two files cannot show alone: how the people in them go together with those who are registered and in neither.
 *
 * @param everybody of the programme, as they will be
 * @param profiles of mentees, as they will be
 * @returns a line for each fault
 */
export function programmeFaults(
  everybody: readonly RegisteredPerson[],
  profiles: readonly MenteeProfile[],
  catalogue: Catalogue,
): string[] {
  return [
    ...sharedEmails(everybody),
    ...circles(everybody),
    ...stagesAboveTargets(everybody, profiles, catalogue),
  ];
}

function sharedEmails(everybody: readonly RegisteredPerson[]): string[] {
  const owners = new Map<string, string>();
  return everybody.flatMap(({ reference, email }) => {
    if (email === undefined) {
      return [];
    }
    const owner = owners.get(email.toLowerCase());
    owners.set(email.toLowerCase(), reference);
    return owner === undefined
      ? []
      : [`the programme: ${quoted(email)} would be the e-mail address of ${owner} and of ${reference}`];
  });
}

function circles(everybody: readonly RegisteredPerson[]): string[] {
  const managersOf = new Map(
    everybody.map(({ reference, posts: [{ lineManager }] }) => [
      idKey(reference),
      lineManager === undefined ? [] : [idKey(lineManager)],
    ]),
  );
  return lineManagerCycles(managersOf).map(
    (cycle) => `the programme: these people would manage one another: ${[...cycle, cycle[0]!].join(' -> ')}`,
  );
}

function stagesAboveTargets(
  everybody: readonly RegisteredPerson[],
  profiles: readonly MenteeProfile[],
  catalogue: Catalogue,
): string[] {
  const persons = new Map(everybody.map((person) => [person.id, person]));
  return profiles.flatMap(({ personId, targetStage: target, peer }) => {
    const { reference, posts } = persons.get(personId)!;
    const fault = targetFault(catalogue, { target, present: posts[0].stage, peer });
    return fault === undefined ? [] : [`the programme: the mentee profile of ${reference}: ${fault}`];
  });
}
