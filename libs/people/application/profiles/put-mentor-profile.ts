import { AuditTrail, type Authority, Transaction } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { MOST_HOURS, MOST_PLACES, type Strength } from '../../domain/mentor';
import type { MentorProfile } from '../../domain/profiles';
import { type CatalogueCells, catalogueCells, repeatedTopics } from '../catalogue-cells';
import { Members } from '../members';
import { tell } from '../people-events';
import { ownPerson } from '../persons/reached-person';
import { MentorProfileRepository } from '../ports/mentor-profile.repository';
import { PersonRepository } from '../ports/person.repository';
import { ProgrammeRepository } from '../ports/programme.repository';
import { lockOpenProgramme, lockProgramme } from '../programmes/programme-lock';
import { readAccessibility, readNumber } from './profile-cells';
import { putProfile, type PutProfile } from './put-profile';

/** What somebody offers as a mentor. Codes may be any of the catalogue's labels. */
export interface MentorProfileInput {
  /** At least one. */
  readonly strengths: readonly Strength[];
  /** Mentees at once, 0 to 50. */
  readonly capacity: number;
  /** Hours a month, 0 to 160. */
  readonly protectedHours?: number;
  readonly peer?: boolean;
  readonly listed?: boolean;
  readonly accessibility?: readonly string[];
}

/** Makes a person's mentor profile, or replaces it. */
@Injectable()
export class PutMentorProfile {
  private readonly cells: CatalogueCells;

  constructor(
    catalogue: Catalogue,
    private readonly profiles: MentorProfileRepository,
    private readonly persons: PersonRepository,
    private readonly programmes: ProgrammeRepository,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {
    this.cells = catalogueCells(catalogue);
  }

  /**
   * @param expectedVersion the version that is replaced; without it the profile is a new one
   * @throws NotFound, Forbidden, StaleVersion, Conflict `mentor-profile.exists` or `mentor.places-in-use` or, for a new one,
   *   `programme.closed`, InputRefused with every fault
   */
  run(
    authority: Authority,
    personId: string,
    input: MentorProfileInput,
    expectedVersion?: number,
  ): Promise<PutProfile<MentorProfile>> {
    return this.transaction.run(async () => {
      const { programmeId } = await ownPerson(this.persons, authority, personId, 'mentor profile');
      await (expectedVersion === undefined ? lockOpenProgramme : lockProgramme)(this.programmes, programmeId);
      await this.persons.lock([personId]);
      const profile = this.profileOf(personId, input);
      const put = await putProfile(this.profiles, 'mentor profile', profile, expectedVersion);
      const about = { programmeId, personIds: [personId] };
      await tell(this.trail, 'mentor-profile.changed', {
        authority,
        ...about,
        details: { created: put.created },
      });
      return put;
    });
  }

  private profileOf(personId: string, input: MentorProfileInput): MentorProfile {
    const members = new Members();
    const { protectedHours } = input;
    const profile: MentorProfile = {
      personId,
      strengths: this.readStrengths(members, input.strengths),
      capacity: readNumber(members, 'capacity', input.capacity, { least: 0, most: MOST_PLACES, whole: true }),
      ...(protectedHours === undefined
        ? {}
        : {
            protectedHours: readNumber(members, 'protectedHours', protectedHours, {
              least: 0,
              most: MOST_HOURS,
              whole: false,
            }),
          }),
      peer: input.peer ?? false,
      listed: input.listed ?? true,
      accessibility: readAccessibility(members, input.accessibility),
      version: 1,
    };
    members.refuseAll();
    return profile;
  }

  private readStrengths(members: Members, given: readonly Strength[]): readonly Strength[] {
    if (given.length === 0) {
      members.refuse('strengths', 'it is empty');
    }
    const strengths = given.map(({ topic, stage }, at) => ({
      topic: members.read(`strengths[${at}].topic`, topic, this.cells.topic, ''),
      stage: members.read(`strengths[${at}].stage`, stage, this.cells.stage, ''),
    }));
    repeatedTopics(strengths.filter(({ topic }) => topic !== '')).forEach((what) =>
      members.refuse('strengths', what),
    );
    return strengths;
  }
}
