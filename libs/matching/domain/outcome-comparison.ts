import type { AccessRow, Share } from './access';
import { type RunOutcome, type RunSummary, totalScore } from './run-outcome';

/** The same figure of a round as it was solved, and as other rules would have it. */
export interface BeforeAndAfter {
  readonly before: number;
  readonly after: number;
}

/** What other rules would change for one professional group, or one profession. */
export interface ComparedAccess {
  /** The group path joined with `/`. */
  readonly path: string;
  readonly title: string;
  readonly asked: number;
  readonly matched: BeforeAndAfter;
  /** Matched of those who asked. */
  readonly accessRate: { readonly before: Share; readonly after: Share };
}

/** How many are matched before and after, in all and by background. */
export interface AccessComparison {
  readonly matched: BeforeAndAfter;
  /** Those from which anybody asked, in the catalogue's order. */
  readonly groups: readonly ComparedAccess[];
  readonly professions: readonly ComparedAccess[];
}

/** What other rules, or decisions, would make of the same people. */
export interface OutcomeComparison extends AccessComparison {
  /** Sums over the matched pairs, each by its own rules: where weights differ, they are not of one scale. */
  readonly score: BeforeAndAfter;
  /** Mentees with a match by the other rules alone, sorted. */
  readonly gained: readonly string[];
  /** Mentees with a match by the rules of the round alone, sorted. */
  readonly lost: readonly string[];
  /** Whole days that those who gain, and those who lose, have waited altogether. */
  readonly waitingDays: { readonly gained: number; readonly lost: number };
}

/**
 * Compares what two sets of rules make of one frozen round.
 *
 * @param waitingDays whole days by mentee of the round
 */
export function compareOutcomes(
  before: RunOutcome,
  after: RunOutcome,
  waitingDays: ReadonlyMap<string, number>,
): OutcomeComparison {
  const gained = matchedInOneAlone(after, before);
  const lost = matchedInOneAlone(before, after);
  const waited = (mentees: readonly string[]): number =>
    mentees.reduce((sum, mentee) => sum + waitingDays.get(mentee)!, 0);
  return {
    ...compareAccess(before, after),
    score: { before: totalScore(before), after: totalScore(after) },
    gained,
    lost,
    waitingDays: { gained: waited(gained), lost: waited(lost) },
  };
}

/** Compares how many are matched in two outcomes for the same people. */
export function compareAccess(before: RunSummary, after: RunSummary): AccessComparison {
  return {
    matched: { before: before.totals.matched, after: after.totals.matched },
    groups: changes(before.access.groups, after.access.groups),
    professions: changes(before.access.professions, after.access.professions),
  };
}

function matchedInOneAlone({ matches }: RunOutcome, other: RunOutcome): string[] {
  const there = new Set(other.matches.map(({ mentee }) => mentee));
  return matches.flatMap(({ mentee }) => (there.has(mentee) ? [] : [mentee])).sort();
}

/** The same people asked in both, so that whoever asked has a row in both. */
function changes(before: readonly AccessRow[], after: readonly AccessRow[]): ComparedAccess[] {
  const matchedAfter = new Map(after.map(({ path, matched }) => [path, matched]));
  return before
    .filter(({ asked }) => asked > 0)
    .map(({ path, title, asked, matched }) => {
      const then = matchedAfter.get(path)!;
      return {
        ...{ path, title, asked },
        matched: { before: matched, after: then },
        accessRate: { before: [matched, asked], after: [then, asked] },
      };
    });
}
