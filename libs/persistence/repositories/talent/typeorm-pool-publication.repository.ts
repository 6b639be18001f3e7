import { type PoolPublication, PoolPublicationRepository } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { TalentPoolPublicationRow } from '../../rows/talent/talent-pool-publication.row';

/** Keeps published counts of talent pools in PostgreSQL. */
@Injectable()
export class TypeormPoolPublicationRepository extends PoolPublicationRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(poolId: string, publication: PoolPublication): Promise<void> {
    await this.database.manager.insert(TalentPoolPublicationRow, { poolId, ...publication });
  }

  override async latest(poolId: string): Promise<PoolPublication | undefined> {
    const row = await this.database.manager.findOne(TalentPoolPublicationRow, {
      where: { poolId },
      order: { asOf: 'DESC' },
    });
    return row === null
      ? undefined
      : { asOf: row.asOf, composition: row.composition, decisions: row.decisions };
  }
}
