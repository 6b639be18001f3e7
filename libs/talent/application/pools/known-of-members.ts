import { Clock } from '@evenhand/kernel';
import { MentorProfileRepository, PersonRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { KnownOfPerson } from '../../domain/criteria/criterion-finding';
import type { PoolMember } from '../../domain/pools/pool-member';

/** Gathers what the service holds of members of pools and rules can be held against. */
@Injectable()
export class KnownOfMembers {
  constructor(
    private readonly persons: PersonRepository,
    private readonly mentors: MentorProfileRepository,
    private readonly clock: Clock,
  ) {}

  /** By the id of the membership; who is nobody any more is left out. */
  async of(members: readonly PoolMember[]): Promise<ReadonlyMap<string, KnownOfPerson>> {
    const personIds = [...new Set(members.map(({ personId }) => personId))];
    const persons = new Map((await this.persons.byIds(personIds)).map((person) => [person.id, person]));
    const mentors = new Map(
      (await this.mentors.byPersonIds(personIds)).map((mentor) => [mentor.personId, mentor]),
    );
    const today = this.clock.today();
    return new Map(
      members.flatMap(({ id, personId, assessment }) => {
        const person = persons.get(personId);
        if (person === undefined) return [];
        const strengths = mentors.get(personId)?.strengths ?? [];
        const assessed = assessment && {
          assessment: { horizon: assessment.horizon, dimensions: assessment.dimensions ?? [] },
        };
        return [[id, { posts: person.posts, strengths, ...assessed, today }]];
      }),
    );
  }
}
