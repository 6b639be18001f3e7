import type { CountTable, CountTables } from '../count-tables';
import type { Population } from './arbitrary-population';

export type PopulationMeasure = 'eligible' | 'asked' | 'matched';

const MEASURES: readonly PopulationMeasure[] = ['eligible', 'asked', 'matched'];

/** Every pair of dimensions that is counted, what each is alone, and the total. */
const SETS = [
  [],
  ['group'],
  ['profession'],
  ['stage'],
  ['sex'],
  ['group', 'stage'],
  ['group', 'sex'],
  ['profession', 'stage'],
];

/** Tables that lie in each other: they tell everything, whatever the others do. */
const NESTED = new Set(['', 'group', 'profession']);

/** All tables of a population, with a row for every combination. */
export function populationTables({
  professions,
  stages,
  tells,
  people,
}: Population): CountTables<PopulationMeasure> {
  const categories: Readonly<Record<string, readonly string[]>> = {
    group: ['group-0', 'group-1'],
    profession: Array.from({ length: professions }, (_, at) => `profession-${at}`),
    stage: Array.from({ length: stages }, (_, at) => `stage-${at}`),
    sex: ['sex-0', 'sex-1'],
  };
  const placed = people.map(({ profession, stage, sex, ...counts }) => ({
    counts,
    at: new Map([
      ['group', `group-${profession % 2}`],
      ['profession', `profession-${profession}`],
      ['stage', `stage-${stage}`],
      ['sex', `sex-${sex}`],
    ]),
  }));
  const tableOf = (dimensions: readonly string[]): CountTable<PopulationMeasure> => {
    const places = dimensions.reduce<string[][]>(
      (rows, code) => rows.flatMap((row) => categories[code]!.map((category) => [...row, category])),
      [[]],
    );
    return {
      dimensions,
      ...(tells === undefined || NESTED.has(dimensions.join()) ? {} : { tells }),
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
    tables: SETS.map(tableOf),
  };
}
