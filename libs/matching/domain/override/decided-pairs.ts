import type { AllocationProblem, PairAt } from '@evenhand/allocation';
import { pairKey } from '../compiled-people';
import type { PairDecision } from './pair-decision';

/**
 * Pairs that decisions rule out, by `pairKey`: those that are forbidden, and of somebody who is pinned all others. Nobody
 * can move up along a chain through them then, which is what reasons and bottlenecks go by.
 */
export function decidedAgainst(
  decisions: readonly PairDecision[],
  mentors: readonly { readonly id: string }[],
): ReadonlySet<string> {
  return new Set(
    decisions.flatMap(({ kind, mentee, mentor }) =>
      kind === 'forbid'
        ? [pairKey(mentee, mentor)]
        : mentors.flatMap(({ id }) => (id === mentor ? [] : [pairKey(mentee, id)])),
    ),
  );
}

/** How many decisions pin somebody to the mentor: so many of the mentor's places are given for good. */
export function pinsOn(mentor: string, decisions: readonly PairDecision[]): number {
  return decisions.filter((one) => one.kind === 'pin' && one.mentor === mentor).length;
}

/** The pairs that are pinned, by position. Who takes no part any more is in none. */
export function givenPairs(
  decisions: readonly PairDecision[],
  { mentees, mentors }: Pick<AllocationProblem, 'mentees' | 'mentors'>,
): PairAt[] {
  const positions = (people: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
    new Map(people.map(({ id }, at) => [id, at]));
  const [menteeAt, mentorAt] = [positions(mentees), positions(mentors)];
  return decisions.flatMap(({ kind, mentee, mentor }): PairAt[] => {
    const [i, j] = [menteeAt.get(mentee), mentorAt.get(mentor)];
    return kind === 'forbid' || i === undefined || j === undefined ? [] : [[i, j]];
  });
}
