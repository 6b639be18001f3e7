import type { CountTables } from '@evenhand/disclosure';
import type { Baseline } from '../baseline/baseline';
import { NOT_STATED, type ReportDimensions } from './report-dimensions';
import { tablesOf } from './tables-of';

const DIMENSIONS = ['professional_group', 'profession', 'stage', 'grade', 'organisation'] as const;
const SETS = [[], ...DIMENSIONS.map((code) => [code]), ['profession', 'stage']] as const;

/** Tables of the workforce in scope: ceilings and representation are measured against them. */
export function countWorkforce(baseline: Baseline, dimensions: ReportDimensions): CountTables<'workforce'> {
  const { of } = dimensions.profession.within!;
  return tablesOf({
    dimensions: DIMENSIONS.map((code) => dimensions[code]),
    measures: ['workforce'],
    parts: [],
    sets: SETS,
    entries: baseline.parts.map(({ profession, stage, grade, organisationId, people }) => ({
      categories: {
        ...{ profession, stage, grade, organisation: organisationId },
        professional_group: of[profession] ?? NOT_STATED,
      },
      counts: { workforce: people },
    })),
  });
}
