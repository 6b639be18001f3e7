import {
  type CountedRange,
  type CountRange,
  type PossibleVerdicts,
  possibleVerdicts,
} from '@evenhand/statistics';
import { MOST_PEOPLE } from '../../baseline/baseline';
import type { ReleasedLook } from '../released-look';
import { NOT_STATED, type ReportDimension } from '../report-dimensions';
import type { ReportMaterial } from '../report-material';

/** Whose steps up are counted: everybody of a table by group and stage. */
export interface Ladder {
  readonly dimension: ReportDimension;
  readonly called: string;
  /** The headcount of those with a category, or with any, at a stage, as it was released. */
  readonly released: (category: string | undefined, stage: string) => number | null;
  /** What the headcount can be of those with a category, or with any, at a stage, or at any. */
  readonly behind: (category: string | undefined, stage: string | undefined) => CountRange;
}

/** The workforce by profession where there is a baseline; those who are eligible by professional group otherwise. */
export function ladderOf({ workforce, people, dimensions }: ReportMaterial): Ladder {
  return workforce === undefined
    ? ladder(people, 'eligible', dimensions.professional_group, 'those who are eligible')
    : ladder(workforce, 'workforce', dimensions.profession, 'the workforce');
}

function ladder<Measure extends string>(
  look: ReleasedLook<Measure>,
  measure: Measure,
  dimension: ReportDimension,
  called: string,
): Ladder {
  const asked = (category?: string, stage?: string): readonly [string[], string[], Measure] => {
    const known = [
      ...(category === undefined ? [] : [[dimension.code, category] as const]),
      ...(stage === undefined ? [] : [['stage', stage] as const]),
    ];
    return [known.map(([code]) => code), known.map(([, value]) => value), measure];
  };
  return {
    dimension,
    called,
    released: (category, stage) => look.count(...asked(category, stage)),
    behind: (category, stage) => look.behind(...asked(category, stage)) ?? ANY,
  };
}

/** No service has so many people. */
const ANY: CountRange = { lowest: 0, highest: MOST_PEOPLE };

/**
 * The stage at which each category stops: the first from which markedly fewer go on than of everyone else; `null` where
 * there is none, and undefined where the released headcounts leave more than one of these possible. As of every verdict,
 * what is told is worked out from the release alone, and so gives nothing away that is withheld.
 *
 * @param stages the lowest first
 */
export function stopsOn(
  ladder: Ladder,
  stages: readonly string[],
): ReadonlyMap<string, string | null | undefined> {
  const { categories } = ladder.dimension;
  const steps = stages.slice(0, -1).map((_, level) =>
    possibleVerdicts(
      categories.map((key) => ({ key, ...stepOf(ladder, stages, level, key) })),
      stepOf(ladder, stages, level),
    ),
  );
  return new Map(
    categories.map((key, at) => [
      key,
      stopOf(
        steps.map((step) => step[at]!),
        stages,
      ),
    ]),
  );
}

function stopOf(steps: readonly PossibleVerdicts[], stages: readonly string[]): string | null | undefined {
  const first = steps.findIndex(mayStop);
  if (first < 0) return null;
  return isStop(steps[first]!) ? stages[first]! : undefined;
}

function mayStop({ directions }: PossibleVerdicts): boolean {
  return directions.includes('below');
}

function isStop({ verdicts, directions }: PossibleVerdicts): boolean {
  return verdicts.length === 1 && verdicts[0] === 'disparity' && directions.join() === 'below';
}

/** Of those at a stage or above it, how many are above it. */
function stepOf(ladder: Ladder, stages: readonly string[], level: number, category?: string): CountedRange {
  const n = fromOn(ladder, stages, level, category);
  const above = fromOn(ladder, stages, level + 1, category);
  return { n, successes: { lowest: above.lowest, highest: Math.min(above.highest, n.highest) } };
}

/** Those at a stage or above it: the sum of these, and what all others leave of everybody. */
function fromOn({ behind }: Ladder, stages: readonly string[], level: number, category?: string): CountRange {
  const sum = (all: readonly string[], end: keyof CountRange): number =>
    all.reduce((total, stage) => total + behind(category, stage)[end], 0);
  const [these, others] = [stages.slice(level), [NOT_STATED, ...stages.slice(0, level)]];
  const all = behind(category, undefined);
  return {
    lowest: Math.max(sum(these, 'lowest'), all.lowest - sum(others, 'highest')),
    highest: Math.min(sum(these, 'highest'), all.highest - sum(others, 'lowest')),
  };
}
