import type { MatchOutcome } from '@evenhand/matching';
import type { Told } from './outcome-text';

/** An outcome as another program reads it: one JSON document on one line. It names no person. */
export function outcomeSummary(outcome: MatchOutcome, { notices, files }: Told): string {
  const { totals, access, gapsNobodyOffers, allocation, problem } = outcome;
  return `${JSON.stringify({
    ...totals,
    priority: allocation.priority,
    score: allocation.score,
    rates: allocation.rates ?? null,
    groups: access.groups,
    professions: access.professions,
    gapsNobodyOffers,
    seed: problem.seed,
    notices,
    files,
  })}\n`;
}
