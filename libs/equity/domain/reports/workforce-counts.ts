import type { CountTables } from '@evenhand/disclosure';
import { type Baseline, peopleIn } from '../baseline/baseline';
import { ownAuditors } from './own-auditors';
import { CHARACTERISTICS, NOT_STATED, type ReportDimensions } from './report-dimensions';
import { tablesOf } from './tables-of';

const DIMENSIONS = ['professional_group', 'profession', 'stage', 'grade', 'organisation'] as const;
const MEASURES = ['workforce'] as const;
const SETS = [[], ...DIMENSIONS.map((code) => [code]), ['profession', 'stage']] as const;

/**
 * Tables of the workforce in scope: ceilings and representation are measured against them. Of characteristics there are
 * those that the baseline counts everybody by, each alone.
 */
export function countWorkforce(baseline: Baseline, dimensions: ReportDimensions): CountTables<'workforce'> {
  const { of } = dimensions.profession.within!;
  const main = tablesOf({
    ...{ dimensions: DIMENSIONS.map((code) => dimensions[code]), measures: MEASURES, parts: [] },
    sets: SETS,
    entries: baseline.parts.map(({ profession, stage, grade, organisationId, people }) => ({
      categories: {
        ...{ profession, stage, grade, organisation: organisationId },
        professional_group: of[profession] ?? NOT_STATED,
      },
      counts: { workforce: people },
    })),
  });
  const everybody = peopleIn(baseline.parts);
  const counted = CHARACTERISTICS.map((code) => ({
    code,
    answers: baseline.characteristics.filter(({ question }) => question === code),
  })).filter(({ answers }) => peopleIn(answers) === everybody);
  return {
    ...main,
    // They read their own organisation's parts of the baseline.
    insiders: ownAuditors(main.dimensions, MEASURES),
    dimensions: [...main.dimensions, ...counted.map(({ code }) => dimensions[code])],
    tables: [
      ...main.tables,
      ...counted.flatMap(
        ({ code, answers }) =>
          tablesOf({
            ...{ dimensions: [dimensions[code]], measures: MEASURES, parts: [], sets: [[code]] },
            entries: answers.map(({ answer, people }) => ({
              categories: { [code]: answer },
              counts: { workforce: people },
            })),
          }).tables,
      ),
    ],
  };
}
