import { type PopulationBaseline, PopulationBaselineRepository } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { PopulationBaselineRow } from '../../rows/plan/population-baseline.row';
import { insertRows, updateRows } from '../statements';

/** Keeps counts of workforce and community in `population_baseline`. */
@Injectable()
export class TypeormPopulationBaselineRepository extends PopulationBaselineRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override add(baseline: PopulationBaseline): Promise<void> {
    return insertRows(this.database, 'population_baseline', [rowOf(baseline)], ['programme_id']);
  }

  override async save(baseline: PopulationBaseline): Promise<PopulationBaseline> {
    const rows = [rowOf(baseline)];
    const what = 'population baseline';
    await updateRows(this.database, 'population_baseline', CHANGING, rows, what, 'programme_id');
    return { ...baseline, version: baseline.version + 1 };
  }

  override async ofProgramme(programmeId: string): Promise<PopulationBaseline | undefined> {
    const [row] = await this.database.query<PopulationBaselineRow>(
      `select programme_id, source, as_of::text as as_of, populations, version
      from population_baseline where programme_id = $1`,
      [programmeId],
    );
    if (row === undefined) {
      return undefined;
    }
    const { programme_id, as_of, ...baseline } = row;
    return { programmeId: programme_id, asOf: as_of, ...baseline };
  }
}

const CHANGING = ['source', 'as_of', 'populations'] as const;

function rowOf({ programmeId, asOf, ...baseline }: PopulationBaseline) {
  return { programme_id: programmeId, as_of: asOf, ...baseline } satisfies PopulationBaselineRow;
}
