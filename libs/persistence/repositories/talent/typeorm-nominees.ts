import { idKey } from '@evenhand/people';
import { type Nominee, Nominees } from '@evenhand/talent';
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
}
