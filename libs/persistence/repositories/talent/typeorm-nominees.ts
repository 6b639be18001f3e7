import { idKey } from '@evenhand/people';
import { type Nominator, type Nominee, Nominees } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { RowReach } from '../../row-reach';

/** Finds people who are put forward in `person`. */
@Injectable()
export class TypeormNominees extends Nominees {
  constructor(private readonly database: Database) {
    super();
  }

  override async find(programmeId: string, nominee: Nominee): Promise<string | undefined> {
    const [condition, value] =
      'personId' in nominee
        ? ['id = $2', nominee.personId]
        : ['lower(reference) = $2', idKey(nominee.reference)];
    // A mentor reaches nobody but themselves: of others they learn here whether there is such a person, and no more.
    const [found] = await RowReach.ALL.run(() =>
      this.database.query<{ id: string }>(
        `select id from person where programme_id = $1 and ${condition} and active`,
        [programmeId, value],
      ),
    );
    return found?.id;
  }

  override async standsAs(programmeId: string, nominatorId: string, personId: string, today: string) {
    const found = await RowReach.ALL.run(() =>
      this.database.query<{ as: Exclude<Nominator, 'mentor'> }>(
        `select 'champion' as "as" from championing
          where programme_id = $1 and champion_person_id = $2 and person_id = $3 and state <> 'taken_back'
        union
        select 'manager' from post
          join person nominator on nominator.id = $2 and nominator.programme_id = $1
          where post.person_id = $3 and lower(post.line_manager) = lower(nominator.reference)
            and $4::date between coalesce(post.first_day, $4::date) and coalesce(post.last_day, $4::date)`,
        [programmeId, nominatorId, personId, today],
      ),
    );
    return found.map(({ as }) => as);
  }
}
