import { Conflict, inParts, type Limits, type Page, type PageRequest } from '@evenhand/kernel';
import { type MentorProfile, MentorProfileRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../database';
import { MentorProfileRow } from '../../rows/people/mentor-profile.row';
import { PersonRow } from '../../rows/people/person.row';
import { type Refusals, refusing } from '../refusals';
import { inPortions, ROWS_AT_ONCE } from '../portions';
import { insertRows, updateRows } from '../statements';
import { whereSet } from '../where-set';
import { isUuid, pageOfQuery, type QueryOrder } from '../paging';
import { withinLimits } from '../within-limits';

/** Keeps mentor profiles in `mentor_profile`. */
@Injectable()
export class TypeormMentorProfileRepository extends MentorProfileRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(profiles: readonly MentorProfile[]): Promise<void> {
    const rows = await inParts(profiles, rowOf);
    await refusing(REFUSALS, insertRows(this.database, 'mentor_profile', rows, ['person_id']));
  }

  override async save(profiles: readonly MentorProfile[]): Promise<readonly MentorProfile[]> {
    const rows = await inParts(profiles, rowOf);
    await refusing(
      REFUSALS,
      updateRows(this.database, 'mentor_profile', CHANGING, rows, 'mentor profile', 'person_id'),
    );
    return profiles.map((profile) => ({ ...profile, version: profile.version + 1 }));
  }

  override async byPersonId(personId: string): Promise<MentorProfile | undefined> {
    const row = await this.database.manager.findOneBy(MentorProfileRow, { person_id: personId });
    return row === null ? undefined : profileOf(row);
  }

  override async byPersonIds(personIds: readonly string[]): Promise<readonly MentorProfile[]> {
    const query = this.profiles().where('profile.person_id = any(:personIds)', { personIds });
    return (await query.orderBy('profile.person_id').getMany()).map(profileOf);
  }

  override ofProgramme(programmeId: string): Promise<readonly MentorProfile[]> {
    return inPortions(
      async (after) => {
        const query = this.inProgramme(programmeId)
          .andWhere('(:after::uuid is null or profile.person_id > :after)', { after })
          .orderBy('profile.person_id');
        return (await query.limit(ROWS_AT_ONCE).getMany()).map(profileOf);
      },
      ({ personId }) => personId,
    );
  }

  override list(
    programmeId: string,
    limits: Limits | undefined,
    request: PageRequest,
  ): Promise<Page<MentorProfile>> {
    const reached = withinLimits(this.inProgramme(programmeId), limits, WHOSE);
    return pageOfQuery(reached, request, BY_PERSON, profileOf);
  }

  override listed(
    programmeId: string,
    limits: Limits | undefined,
    request: PageRequest,
  ): Promise<Page<MentorProfile>> {
    const query = this.inProgramme(programmeId).andWhere(
      'profile.listed and person.consent and person.active',
    );
    return pageOfQuery(withinLimits(query, limits, WHOSE), request, BY_PERSON, profileOf);
  }

  private inProgramme(programmeId: string): SelectQueryBuilder<MentorProfileRow> {
    return this.profiles()
      .innerJoin(PersonRow, 'person', 'person.id = profile.person_id')
      .where('person.programme_id = :programmeId', { programmeId });
  }

  private profiles(): SelectQueryBuilder<MentorProfileRow> {
    return this.database.manager.createQueryBuilder(MentorProfileRow, 'profile');
  }
}

const BY_PERSON: QueryOrder<MentorProfileRow> = {
  columns: ['profile.person_id'],
  direction: 'ASC',
  valuesOf: ({ person_id }) => [person_id],
  accepts: [isUuid],
};

const WHOSE = { programme: 'person.programme_id', persons: ['person.id'] } as const;

const CHANGING = ['strengths', 'capacity', 'protected_hours', 'peer', 'listed', 'accessibility'] as const;

const REFUSALS: Refusals = {
  mentor_profile_pkey: () =>
    new Conflict('mentor-profile.exists', 'This person has a mentor profile: say which version you replace.'),
  // The trigger that counts the places in use speaks with this code.
  EV002: (personId) =>
    new Conflict(
      'mentor.places-in-use',
      `Mentor ${personId} has more places in use than would be offered: end a proposal first, or offer more.`,
    ),
};

function rowOf(profile: MentorProfile) {
  return {
    person_id: profile.personId,
    strengths: profile.strengths,
    capacity: profile.capacity,
    protected_hours: profile.protectedHours ?? null,
    peer: profile.peer,
    listed: profile.listed,
    accessibility: profile.accessibility,
    version: profile.version,
  } satisfies MentorProfileRow;
}

function profileOf(row: MentorProfileRow): MentorProfile {
  return {
    personId: row.person_id,
    strengths: row.strengths,
    capacity: row.capacity,
    ...whereSet({ protectedHours: row.protected_hours }),
    peer: row.peer,
    listed: row.listed,
    accessibility: row.accessibility,
    version: row.version,
  };
}
