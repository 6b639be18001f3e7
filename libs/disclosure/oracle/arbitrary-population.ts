import fc from 'fast-check';

/** How many people there are of each kind: of a profession, at a stage, of a sex, and how far they came. */
export interface Population {
  readonly professions: number;
  readonly stages: number;
  /** What tables tell that go across the professions; everything where absent. */
  readonly tells: readonly ('eligible' | 'asked' | 'matched')[] | undefined;
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

/** Populations of two groups of professions by stage and sex, of whom some asked and of those some were matched. */
export const arbitraryPopulation: fc.Arbitrary<Population> = fc
  .record({ professions: fc.integer({ min: 2, max: 3 }), stages: fc.integer({ min: 1, max: 2 }) })
  .chain(({ professions, stages }) =>
    fc.record({
      professions: fc.constant(professions),
      stages: fc.constant(stages),
      tells: fc.constantFrom(undefined, ['eligible', 'asked'] as const, ['eligible', 'matched'] as const),
      people: fc.array(
        fc
          .record({
            profession: fc.nat({ max: professions - 1 }),
            stage: fc.nat({ max: stages - 1 }),
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
