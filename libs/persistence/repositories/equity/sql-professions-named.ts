import { type NamedProfessions, ProfessionsNamed } from '@evenhand/equity';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { whereSet } from '../where-set';

/** Finds what names professions in `critical_post` and `opportunity`. */
@Injectable()
export class SqlProfessionsNamed extends ProfessionsNamed {
  constructor(private readonly database: Database) {
    super();
  }

  override async inProgramme(programmeId: string, today: string): Promise<readonly NamedProfessions[]> {
    const rows = await this.database.query<FoundRow>(
      `select 'critical_post' as kind, state, id, title, organisation_id as "organisationId",
          array[profession] as professions, profession_reason as reason
        from critical_post where programme_id = $1 and profession is not null
      union all
        select 'opportunity', case when closes_on < $2::date then 'closed' else state end, id, title, organisation_id, professions, professions_reason
        from opportunity where programme_id = $1 and cardinality(professions) > 0
      order by kind, title, id`,
      [programmeId, today],
    );
    return rows.map(({ organisationId, ...row }) => ({ ...row, ...whereSet({ organisationId }) }));
  }
}

type FoundRow = Omit<NamedProfessions, 'organisationId'> & { readonly organisationId: string | null };
