import { Conflict, inParts, type Limits, type Page, type PageRequest } from '@evenhand/kernel';
import { type MenteeProfile, MenteeProfileRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../database';
import { MenteeProfileRow } from '../../rows/people/mentee-profile.row';
import { PersonRow } from '../../rows/people/person.row';
import { type Refusals, refusing } from '../refusals';
import { inPortions, ROWS_AT_ONCE } from '../portions';
import { insertRows, updateRows } from '../statements';
import { isUuid, pageOfQuery, type QueryOrder } from '../paging';
import { withinLimits } from '../within-limits';

/** Keeps mentee profiles in `mentee_profile`. */
@Injectable()
export class TypeormMenteeProfileRepository extends MenteeProfileRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(profiles: readonly MenteeProfile[]): Promise<void> {
    const rows = await inParts(profiles, rowOf);
    await refusing(REFUSALS, insertRows(this.database, 'mentee_profile', rows, ['person_id']));
  }

  override async save(profiles: readonly MenteeProfile[]): Promise<readonly MenteeProfile[]> {
    const rows = await inParts(profiles, rowOf);
    await refusing(
      REFUSALS,
      updateRows(this.database, 'mentee_profile', CHANGING, rows, 'mentee profile', 'person_id'),
    );
    return profiles.map((profile) => ({ ...profile, version: profile.version + 1 }));
  }

  override async byPersonId(personId: string): Promise<MenteeProfile | undefined> {
    const row = await this.database.manager.findOneBy(MenteeProfileRow, { person_id: personId });
    return row === null ? undefined : profileOf(row);
  }

  override async byPersonIds(personIds: readonly string[]): Promise<readonly MenteeProfile[]> {
    const query = this.profiles().where('profile.person_id = any(:personIds)', { personIds });
    return (await query.orderBy('profile.person_id').getMany()).map(profileOf);
  }

  override ofProgramme(programmeId: string): Promise<readonly MenteeProfile[]> {
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
  ): Promise<Page<MenteeProfile>> {
    const reached = withinLimits(this.inProgramme(programmeId), limits, WHOSE);
    return pageOfQuery(reached, request, BY_PERSON, profileOf);
  }

  private inProgramme(programmeId: string): SelectQueryBuilder<MenteeProfileRow> {
    return this.profiles()
      .innerJoin(PersonRow, 'person', 'person.id = profile.person_id')
      .where('person.programme_id = :programmeId', { programmeId });
  }

  private profiles(): SelectQueryBuilder<MenteeProfileRow> {
    return this.database.manager.createQueryBuilder(MenteeProfileRow, 'profile');
  }
}

const BY_PERSON: QueryOrder<MenteeProfileRow> = {
  columns: ['profile.person_id'],
  direction: 'ASC',
  valuesOf: ({ person_id }) => [person_id],
  accepts: [isUuid],
};

const WHOSE = { programme: 'person.programme_id', persons: ['person.id'] } as const;

const CHANGING = [
  'target_stage',
  'gaps',
  'prefer_profession',
  'prefer_organisation',
  'peer',
  'accessibility',
] as const;

const REFUSALS: Refusals = {
  mentee_profile_pkey: () =>
    new Conflict('mentee-profile.exists', 'This person has a mentee profile: say which version you replace.'),
};

function rowOf(profile: MenteeProfile) {
  return {
    person_id: profile.personId,
    target_stage: profile.targetStage,
    gaps: profile.gaps,
    prefer_profession: profile.preferProfession,
    prefer_organisation: profile.preferOrganisation,
    peer: profile.peer,
    accessibility: profile.accessibility,
    version: profile.version,
  } satisfies MenteeProfileRow;
}

function profileOf(row: MenteeProfileRow): MenteeProfile {
  return {
    personId: row.person_id,
    targetStage: row.target_stage,
    gaps: row.gaps,
    preferProfession: row.prefer_profession,
    preferOrganisation: row.prefer_organisation,
    peer: row.peer,
    accessibility: row.accessibility,
    version: row.version,
  };
}
