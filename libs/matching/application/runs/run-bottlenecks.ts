import type { DisclosurePolicy } from '@evenhand/disclosure';
import type { Catalogue } from '@evenhand/taxonomy';
import { PLACE_GAINS, type PlaceWorth } from '../../domain/place-worth';
import { inWordsBy } from '../../domain/reason-in-round-numbers';
import type { MatchingRules } from '../../domain/rules';
import { MOST_BOTTLENECKS, type RunBottlenecks } from '../../domain/run-outcome';
import { explainRound } from '../explain-round';
import type { FrozenMatch } from './match-frozen';

/** Where a run that was matched is short of places, and whom to recruit; nothing is solved again for it. */
export function runBottlenecks(
  { outcome, problem, solveAgain }: FrozenMatch,
  rules: MatchingRules,
  catalogue: Catalogue,
  policy: DisclosurePolicy,
): RunBottlenecks {
  const { bottlenecks, targets, placeWorth } = explainRound({
    ...{
      outcome,
      problem,
      rules,
      catalogue,
      solve: solveAgain,
      solves: 0,
      tell: inWordsBy(policy),
    },
  });
  return {
    bottlenecks: bottlenecks.slice(0, MOST_BOTTLENECKS),
    others: Math.max(0, bottlenecks.length - MOST_BOTTLENECKS),
    targets,
    placeWorth: outcome.allocation.countsHeld === true ? [] : countedByGain(placeWorth),
  };
}

/** Where counts are held, prices are of that, and say nothing of what a place would bring to the round as it is ruled. */
function countedByGain(worths: readonly PlaceWorth[]): RunBottlenecks['placeWorth'] {
  return PLACE_GAINS.flatMap((gain) => {
    const mentors = worths.filter((worth) => worth.gain === gain).length;
    return mentors === 0 ? [] : [{ gain, mentors }];
  });
}
