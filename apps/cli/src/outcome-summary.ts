import type { MatchOutcome, RoundExplanation } from '@evenhand/matching';
import type { Told } from './outcome-text';

/**
 * An outcome as another program reads it: one JSON document on one line, with the bottlenecks and whom to recruit as
 * `report.html` shows them. It names no person.
 */
export function outcomeSummary(
  outcome: MatchOutcome,
  { bottlenecks, targets, solves }: RoundExplanation,
  { notices, files }: Told,
): string {
  const { totals, access, gapsNobodyOffers, allocation, problem } = outcome;
  return `${JSON.stringify({
    ...totals,
    priority: allocation.priority,
    score: allocation.score,
    rates: allocation.rates ?? null,
    groups: access.groups,
    professions: access.professions,
    gapsNobodyOffers,
    bottlenecks,
    recruitment: { targets, solves },
    seed: problem.seed,
    notices,
    files,
  })}\n`;
}
