import { type NamedProfessions, ProfessionsNamed } from '@evenhand/equity';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { whereSet } from '../where-set';

/** Finds what names professions in `opportunity`. */
@Injectable()
export class SqlProfessionsNamed extends ProfessionsNamed {
  constructor(private readonly database: Database) {
    super();
  }

  override async inProgramme(programmeId: string): Promise<readonly NamedProfessions[]> {
    const rows = await this.database.query<FoundRow>(
      `select 'opportunity' as kind, id, title, organisation_id as "organisationId", professions,
          professions_reason as reason
        from opportunity
        where programme_id = $1 and state = 'open' and cardinality(professions) > 0
        order by title, id`,
      [programmeId],
    );
    return rows.map(({ organisationId, ...row }) => ({ ...row, ...whereSet({ organisationId }) }));
  }
}

type FoundRow = Omit<NamedProfessions, 'organisationId'> & { readonly organisationId: string | null };
