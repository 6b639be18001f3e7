import {
  type OrganisationCount,
  OrganisationCounts,
  type OrganisationLook,
  OWN_MEASURES,
  type OwnMeasure,
  type ReportWindow,
} from '@evenhand/equity';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import { insertRows } from '../statements';
import { whereSet } from '../where-set';
import { UnhurriedConnections } from './unhurried-connections';

type CountRow = {
  readonly profession: string;
  readonly grade: string | null;
  readonly stage: string | null;
} & Readonly<Record<OwnMeasure, number>>;

const COUNTS = OWN_MEASURES.map((measure) => `(count(*) filter (where ${measure}))::int as ${measure}`).join(
  ', ',
);

/** Counts the people of an organisation, and keeps looks in `equity_look`. */
@Injectable()
export class TypeormOrganisationCounts extends OrganisationCounts {
  constructor(
    private readonly database: Database,
    private readonly connections: UnhurriedConnections,
  ) {
    super();
  }

  override async of(
    programmeId: string,
    organisationId: string,
    { firstDay, lastDay }: ReportWindow,
  ): Promise<readonly OrganisationCount[]> {
    const rows = await this.connections.withOne(
      (runner) =>
        runner.query(
          `select profession, grade, stage, ${COUNTS} from equity_facts($1, $2, $3, $4)
          group by profession, grade, stage order by profession, grade, stage`,
          [programmeId, firstDay, lastDay, organisationId],
        ) as Promise<CountRow[]>,
    );
    return rows.map(({ profession, grade, stage, ...counts }) => ({
      ...{ profession, counts },
      ...whereSet({ grade, stage }),
    }));
  }

  override async keepLook(look: OrganisationLook): Promise<void> {
    await insertRows(this.database, 'equity_look', [
      {
        id: look.id,
        programme_id: look.programmeId,
        organisation_id: look.organisationId,
        looked_by: look.lookedBy,
        purpose: look.purpose,
        looked_at: look.lookedAt,
      },
    ]);
  }
}
