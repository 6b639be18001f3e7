import { BaselineRepository, type KeptBaseline } from '@evenhand/equity';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type {
  WorkforceBaselineRow,
  WorkforceCharacteristicRow,
} from '../../rows/equity/workforce-baseline.row';
import { insertRows } from '../statements';
import { baselineOf } from './baseline-rows';

/** Keeps baselines in `workforce_baseline` and `workforce_characteristic`. */
@Injectable()
export class TypeormBaselineRepository extends BaselineRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async replace(
    programmeId: string,
    { parts, characteristics, version }: KeptBaseline,
  ): Promise<void> {
    await this.database.run(async () => {
      for (const table of ['workforce_baseline', 'workforce_characteristic']) {
        await this.database.query(`delete from ${table} where programme_id = $1`, [programmeId]);
      }
      const rows = parts.map(
        ({ organisationId, profession, grade, stage, people }, position) =>
          ({
            ...{
              programme_id: programmeId,
              position,
              organisation_id: organisationId ?? null,
              profession,
              people,
            },
            ...{ grade: grade ?? null, stage: stage ?? null, version },
          }) satisfies WorkforceBaselineRow,
      );
      await insertRows(this.database, 'workforce_baseline', rows, ['position']);
      const answers = characteristics.map(
        (each) => ({ programme_id: programmeId, ...each }) satisfies WorkforceCharacteristicRow,
      );
      await insertRows(this.database, 'workforce_characteristic', answers, ['question', 'answer']);
    });
  }

  override read(programmeId: string): Promise<KeptBaseline | undefined> {
    return baselineOf((sql, values) => this.database.query(sql, values), programmeId);
  }
}
