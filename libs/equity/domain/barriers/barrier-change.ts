import { ANSWER_STANDINGS, BARRIER_STRENGTHS, type BarrierReview } from './barrier-review';

/** Which way something went from one review to the next. */
export const DIRECTIONS = ['better', 'same', 'worse'] as const;
/** The code of a direction. */
export type Direction = (typeof DIRECTIONS)[number];

/** How something stood in one review and in the next. */
export interface Change<Value extends string> {
  /** Code of the question or barrier. */
  readonly code: string;
  readonly before: Value;
  readonly after: Value;
  readonly direction: Direction;
}

/** What changed between two completed reviews of one organisation. */
export interface BarrierChange {
  /** In the order of the catalogue; what one of the two does not have is left out. */
  readonly questions: readonly Change<(typeof ANSWER_STANDINGS)[number]>[];
  readonly barriers: readonly Change<(typeof BARRIER_STRENGTHS)[number]>[];
  /** What became of the actions of the earlier review. */
  readonly actions: { readonly done: number; readonly dropped: number; readonly open: number };
}

/** Compares a review with the one that it follows. */
export function barrierChange(earlier: BarrierReview, later: BarrierReview): BarrierChange {
  const standings = new Map(earlier.answers.map(({ question, standing }) => [question, standing]));
  const strengths = new Map(earlier.judgements.map(({ barrier, strength }) => [barrier, strength]));
  const settled = (wanted: string) => earlier.actions.filter(({ state }) => state === wanted).length;
  return {
    questions: later.answers.flatMap(({ question, standing }) =>
      change(question, standings.get(question), standing, ANSWER_STANDINGS),
    ),
    // A barrier that is stronger is worse.
    barriers: later.judgements.flatMap(({ barrier, strength }) =>
      change(barrier, strengths.get(barrier), strength, [...BARRIER_STRENGTHS].reverse()),
    ),
    actions: { done: settled('done'), dropped: settled('dropped'), open: settled('open') },
  };
}

function change<Value extends string>(
  code: string,
  before: Value | undefined,
  after: Value,
  fromWorst: readonly Value[],
): Change<Value>[] {
  if (before === undefined) return [];
  const steps = fromWorst.indexOf(after) - fromWorst.indexOf(before);
  return [{ code, before, after, direction: steps === 0 ? 'same' : steps > 0 ? 'better' : 'worse' }];
}
