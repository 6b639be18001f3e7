import { type DataSubject, DataSubjects } from '@evenhand/governance';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { RowReach } from '../../row-reach';
import { whereSet } from '../where-set';

/** Knows who is who by `person` and `person_account`. */
@Injectable()
export class TypeormDataSubjects extends DataSubjects {
  constructor(private readonly database: Database) {
    super();
  }

  override async ofPerson(personId: string): Promise<DataSubject | undefined> {
    // Whose account it is only sign-in may see; the use case has made sure who asks.
    const [found] = await RowReach.ALL.run(() =>
      this.database.query<{ programmeId: string; accountId: string | null }>(
        `select programme_id as "programmeId", account_id as "accountId"
      from person left join person_account on person_account.person_id = person.id
      where person.id = $1`,
        [personId],
      ),
    );
    return found === undefined
      ? undefined
      : {
          persons: [{ personId, programmeId: found.programmeId }],
          ...whereSet({ accountId: found.accountId }),
        };
  }
}
