import type { CountTable, CountTables } from '../count-tables';
import { type Population, POPULATION_SETS, type PopulationMeasure } from './arbitrary-population';

const MEASURES: readonly PopulationMeasure[] = ['eligible', 'asked', 'matched'];

/** All tables of a population, with a row for every combination. */
export function populationTables({
  professions,
  stages,
  tells,
  lastStageUnmatched,
  people,
}: Population): CountTables<PopulationMeasure> {
  const categories: Readonly<Record<string, readonly string[]>> = {
    group: ['group-0', 'group-1'],
    profession: Array.from({ length: professions }, (_, at) => `profession-${at}`),
    stage: Array.from({ length: stages }, (_, at) => `stage-${at}`),
    sex: ['sex-0', 'sex-1'],
  };
  const lastStage = `stage-${stages - 1}`;
  const placed = people.map(({ profession, stage, sex, ...counts }) => ({
    counts: lastStageUnmatched && stage === stages - 1 ? { ...counts, matched: 0 } : counts,
    at: new Map([
      ['group', `group-${profession % 2}`],
      ['profession', `profession-${profession}`],
      ['stage', `stage-${stage}`],
      ['sex', `sex-${sex}`],
    ]),
  }));
  const tableOf = (
    dimensions: readonly string[],
    told: readonly PopulationMeasure[] | undefined,
  ): CountTable<PopulationMeasure> => {
    const places = dimensions.reduce<string[][]>(
      (rows, code) => rows.flatMap((row) => categories[code]!.map((category) => [...row, category])),
      [[]],
    );
    return {
      dimensions,
      ...(told === undefined ? {} : { tells: told }),
      rows: places.map((place) => {
        const there = placed.filter(({ at }) =>
          dimensions.every((code, axis) => at.get(code) === place[axis]),
        );
        const sum = (measure: PopulationMeasure): number =>
          there.reduce((total, { counts }) => total + counts[measure], 0);
        return {
          categories: place,
          counts: { eligible: sum('eligible'), asked: sum('asked'), matched: sum('matched') },
        };
      }),
    };
  };
  return {
    dimensions: [
      { code: 'group', categories: categories['group']! },
      {
        code: 'profession',
        categories: categories['profession']!,
        within: {
          dimension: 'group',
          of: Object.fromEntries(categories['profession']!.map((code, at) => [code, `group-${at % 2}`])),
        },
      },
      { code: 'stage', categories: categories['stage']! },
      { code: 'sex', categories: categories['sex']! },
    ],
    measures: MEASURES,
    parts: [
      ['asked', 'eligible'],
      ['matched', 'asked'],
    ],
    ...(lastStageUnmatched
      ? { zeros: [{ dimension: 'stage', category: lastStage, measure: 'matched' as const }] }
      : {}),
    tables: POPULATION_SETS.map((set, at) => tableOf(set, tells[at])),
  };
}
