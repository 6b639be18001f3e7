import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import {
  figuresToldAt,
  NO_APPOINTMENTS,
  NO_TIMES,
  type PoolPublication,
  PoolPublicationRepository,
  type ReleasedAppointments,
} from '@evenhand/talent';
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
    return row === null ? undefined : publicationOf(row);
  }

  override async ofPool(poolId: string): Promise<readonly PoolPublication[]> {
    const rows = await this.database.manager.find(TalentPoolPublicationRow, {
      where: { poolId },
      order: { asOf: 'ASC' },
    });
    return rows.map(publicationOf);
  }
}

function publicationOf({
  asOf,
  composition,
  decisions,
  times,
  appointments,
  figures,
  toldBy,
}: TalentPoolPublicationRow): PoolPublication {
  const told = {
    ...{ composition, decisions },
    // Earlier ones were kept with a moment of their own, which is no part of them any more.
    appointments: appointments === null ? NO_APPOINTMENTS : toldOf(appointments),
  };
  return {
    ...{ asOf, ...told, times: times ?? NO_TIMES, figures: figures ?? figuresToldAt(told, asOf) },
    toldBy: toldBy ?? { policy: DEFAULT_DISCLOSURE_POLICY },
  };
}

function toldOf({ appointments, from }: ReleasedAppointments): ReleasedAppointments {
  return { appointments, from };
}
