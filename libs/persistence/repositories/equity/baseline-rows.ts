import type { KeptBaseline } from '@evenhand/equity';
import type {
  WorkforceBaselineRow,
  WorkforceCharacteristicRow,
} from '../../rows/equity/workforce-baseline.row';
import { whereSet } from '../where-set';

/** Makes a statement, in whichever transaction. */
export type Query = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

/** The baseline of a programme; undefined where it has none. */
export async function baselineOf(query: Query, programmeId: string): Promise<KeptBaseline | undefined> {
  const parts = await query<WorkforceBaselineRow>(
    'select * from workforce_baseline where programme_id = $1 order by position',
    [programmeId],
  );
  if (parts.length === 0) return undefined;
  const answers = await query<WorkforceCharacteristicRow>(
    'select * from workforce_characteristic where programme_id = $1 order by question, answer',
    [programmeId],
  );
  return {
    version: parts[0]!.version,
    parts: parts.map(({ organisation_id: organisationId, profession, grade, stage, people }) => ({
      ...{ profession, people },
      ...whereSet({ organisationId, grade, stage }),
    })),
    characteristics: answers.map(({ question, answer, people }) => ({ question, answer, people })),
  };
}
