import { canonicalJson, type JsonValue } from '@evenhand/kernel';
import type { Catalogue } from '@evenhand/taxonomy';
import { pairKey } from '../compiled-people';
import { PairJudge } from '../pair-judge';
import type { MatchingRules } from '../rules';
import type { RunOutcome } from '../run-outcome';
import type { Snapshot } from '../snapshot';
import type { PairDecision } from './pair-decision';

/**
 * The frozen input of a run with one decision more: the same people and rules, the decisions so far and the new one, and
 * the counts that the round has come to, which are to be held.
 */
export function withDecision(
  snapshot: Snapshot,
  { access }: Pick<RunOutcome, 'access'>,
  decision: PairDecision,
  attempt: number,
): Snapshot {
  const asking = [...access.groups, ...access.professions].filter(({ asked }) => asked > 0);
  return {
    ...snapshot,
    ...{ kind: 'override', attempt },
    decided: {
      decisions: [...(snapshot.decided?.decisions ?? []), decision],
      held: Object.fromEntries(asking.map(({ path, matched }) => [path, matched])),
    },
  };
}

/** Whether every group and profession has as many matched as were to be held; true where nothing was to be. */
export function keepsCounts(
  { held = {} }: NonNullable<Snapshot['decided']>,
  { access }: Pick<RunOutcome, 'access'>,
): boolean {
  const rows = [...access.groups, ...access.professions];
  const matched = new Map(rows.map(({ path, matched: count }) => [path, count]));
  return Object.entries(held).every(([path, count]) => matched.get(path) === count);
}

/**
 * The frozen input under rules that are tried. What people decided stays, but for pins that these rules do not allow:
 * whoever was pinned so may have any other mentor. Counts are held by the round's own rules alone, since under others they
 * would hide what these change.
 */
export function underRules(snapshot: Snapshot, rules: MatchingRules, catalogue: Catalogue): Snapshot {
  const { decided } = snapshot;
  if (decided === undefined || canonical(rules) === canonical(snapshot.rules)) {
    return { ...snapshot, rules };
  }
  const tried = { ...snapshot, rules };
  return { ...tried, decided: { decisions: allowed(decided.decisions, tried, catalogue) } };
}

/** All that are forbidden, and of those that are pinned the pairs that break no rule. */
function allowed(
  decisions: readonly PairDecision[],
  { rules, earlierPairs, mentees, mentors, colleagues }: Snapshot,
  catalogue: Catalogue,
): readonly PairDecision[] {
  const earlier = new Set(earlierPairs.map(([mentee, mentor]) => pairKey(mentee, mentor)));
  const judge = new PairJudge({ mentees, mentors, colleagues, catalogue, earlierPairs: earlier }, rules);
  const at = (people: readonly { readonly id: string }[], wanted: string): number =>
    people.findIndex(({ id }) => id === wanted);
  return decisions.filter(
    ({ kind, mentee, mentor }) =>
      kind === 'forbid' || judge.brokenRules(at(mentees, mentee), at(mentors, mentor)) === 0,
  );
}

/** The frozen input with every decision, and no count that is to be held. */
export function holdingNoCounts(snapshot: Snapshot): Snapshot {
  const { decided } = snapshot;
  return decided === undefined ? snapshot : { ...snapshot, decided: { decisions: decided.decisions } };
}

function canonical(rules: MatchingRules): string {
  return canonicalJson(rules as unknown as JsonValue);
}
