import { type Headcounts, WorkforceRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { HeadcountRow } from '../../rows/people/headcount.row';
import { insertRows } from '../statements';

/** Keeps headcounts in `headcount`. */
@Injectable()
export class TypeormWorkforceRepository extends WorkforceRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async replace(programmeId: string, headcounts: Headcounts): Promise<void> {
    const rows = Array.from(
      headcounts,
      ([profession, people]) => ({ programme_id: programmeId, profession, people }) satisfies HeadcountRow,
    );
    await this.database.run(async () => {
      await this.database.query('delete from headcount where programme_id = $1', [programmeId]);
      await insertRows(this.database, 'headcount', rows, ['profession']);
    });
  }

  override async followBaseline(programmeId: string): Promise<boolean> {
    const parts = await this.database.query(
      'select 1 from workforce_baseline where programme_id = $1 limit 1',
      [programmeId],
    );
    return parts.length > 0;
  }

  override async read(programmeId: string): Promise<Headcounts> {
    const rows = await this.database.manager.find(HeadcountRow, {
      where: { programme_id: programmeId },
      order: { profession: 'asc' },
    });
    return new Map(rows.map(({ profession, people }) => [profession, people]));
  }
}
