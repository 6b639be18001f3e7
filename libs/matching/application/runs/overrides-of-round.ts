import type { MatchingRun, RunState } from '../../domain/lifecycle/matching-run';
import type { DecisionKind, Override } from '../../domain/override/pair-decision';
import type { PseudonymLink } from '../ports/matching-run.repository';

/** A run that is an override. */
export type OverrideRun = MatchingRun & { readonly override: Override };

/** A decision about a pair by person; `null` stands for somebody who was erased since. */
export interface PairOverride {
  /** The run that carries it out. */
  readonly id: string;
  readonly kind: DecisionKind;
  readonly requestId: string | null;
  readonly mentorId: string | null;
  readonly reason: string;
  readonly decidedBy: Override['decidedBy'];
  readonly decidedAt: Date;
  /** Only one that is `solved` is in force, and from then on for good. */
  readonly state: RunState;
}

/** Whether a run is an override. */
export function isOverride(run: MatchingRun): run is OverrideRun {
  return run.override !== undefined;
}

/** All overrides among the runs of a round, whatever came of them, the first one first. */
export function overridesIn(runs: readonly MatchingRun[]): readonly OverrideRun[] {
  return runs.filter(isOverride).sort((a, b) => a.attempt - b.attempt);
}

/**
 * The overrides that a run holds, the first one first: its own and those before it that were solved.
 *
 * @param runs of the round
 */
export function overridesHeldBy(run: MatchingRun, runs: readonly MatchingRun[]): readonly OverrideRun[] {
  return overridesIn(runs).filter(({ state, attempt }) => state === 'solved' && attempt <= run.attempt);
}

/** An override by person. */
export function byPerson(
  { id, override, frozenAt, state }: OverrideRun,
  links: readonly PseudonymLink[],
): PairOverride {
  const { kind, mentee, mentor, reason, decidedBy } = override;
  const linkOf = (pseudonym: string): PseudonymLink | undefined =>
    links.find((link) => link.pseudonym === pseudonym);
  return {
    ...{ id, kind, reason, decidedBy, decidedAt: frozenAt, state },
    requestId: linkOf(mentee)?.requestId ?? null,
    mentorId: linkOf(mentor)?.personId ?? null,
  };
}
