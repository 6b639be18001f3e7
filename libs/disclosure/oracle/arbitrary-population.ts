import fc from 'fast-check';

export type PopulationMeasure = 'eligible' | 'asked' | 'matched';

/** Every pair of dimensions that is counted, what each is alone, and the total. */
export const POPULATION_SETS = [
  [],
  ['group'],
  ['profession'],
  ['stage'],
  ['sex'],
  ['group', 'stage'],
  ['group', 'sex'],
  ['profession', 'stage'],
] as const;

/** How many people there are of each kind: of a profession, at a stage, of a sex, and how far they came. */
export interface Population {
  readonly professions: number;
  readonly stages: number;
  /** What each table tells, by its place among {@link POPULATION_SETS}; everything where absent. */
  readonly tells: readonly (readonly PopulationMeasure[] | undefined)[];
  /** Whether nobody is matched at the last stage, and everybody knows it. */
  readonly lastStageUnmatched: boolean;
  readonly people: readonly {
    readonly profession: number;
    readonly stage: number;
    readonly sex: number;
    readonly eligible: number;
    readonly asked: number;
    readonly matched: number;
  }[];
}

/** Mostly small numbers, as there are in the cells of real tables, and now and then a large one. */
const howMany = fc.oneof(
  { weight: 4, arbitrary: fc.nat({ max: 4 }) },
  { weight: 3, arbitrary: fc.nat({ max: 14 }) },
  { weight: 1, arbitrary: fc.nat({ max: 120 }) },
);

const MEASURES: PopulationMeasure[] = ['eligible', 'asked', 'matched'];
const someMeasures = fc.subarray(MEASURES, { minLength: 1 });
const oneMeasure = fc.subarray(MEASURES, { minLength: 1, maxLength: 1 });

/** Everything; or the same part of it by all tables of two dimensions; or anything by any; or of each table one measure. */
const whatIsTold: fc.Arbitrary<Population['tells']> = fc.oneof(
  fc.constant([]),
  someMeasures.map((some) => POPULATION_SETS.map((set) => (set.length < 2 ? undefined : some))),
  fc.tuple(...POPULATION_SETS.map(() => fc.option(someMeasures, { nil: undefined }))),
  fc.tuple(...POPULATION_SETS.map(() => oneMeasure)),
);

/** Most people are of the first categories, so that there are such as nobody is in. */
const category = (many: number) =>
  fc.oneof(fc.nat({ max: Math.min(1, many - 1) }), fc.nat({ max: many - 1 }));

/** Populations of two groups of professions by stage and sex, of whom some asked and of those some were matched. */
export const arbitraryPopulation: fc.Arbitrary<Population> = fc
  .record({ professions: fc.integer({ min: 2, max: 5 }), stages: fc.integer({ min: 1, max: 4 }) })
  .chain(({ professions, stages }) =>
    fc.record({
      professions: fc.constant(professions),
      stages: fc.constant(stages),
      tells: whatIsTold,
      // Of one stage alone everybody would know that nobody is matched at all.
      lastStageUnmatched: stages > 1 ? fc.boolean() : fc.constant(false),
      people: fc.array(
        fc
          .record({
            profession: category(professions),
            stage: category(stages),
            sex: fc.nat({ max: 1 }),
            only: howMany,
            asked: howMany,
            matched: howMany,
          })
          .map(({ only, asked, matched, ...kind }) => ({
            ...kind,
            eligible: only + asked + matched,
            asked: asked + matched,
            matched,
          })),
        { minLength: 1, maxLength: 10 },
      ),
    }),
  );
