import type { Allocation, Rate } from '../problem';
import { type Access, rateOf } from './access';
import { compareFractions, inLowestTerms } from './fraction';
import type { Instance } from './instance';
import { type Matching, NONE } from './matching';
import { tieKeys } from './tie-key';

/** The score of a matched pair, by the engine's numbers. */
export type ScoreOf = (mentee: number, mentor: number) => number;

/** Reads scores anew, for whom no stage has asked for them. */
export function scoreReader(instance: Instance): ScoreOf {
  const mentors = new Int32Array(instance.mentorCount);
  const scores = new Int32Array(instance.mentorCount);
  return (mentee, mentor) =>
    scores[mentors.subarray(0, instance.row(mentee, mentors, scores)).indexOf(mentor)]!;
}

/** What a matching reaches in each objective, by the positions of the problem. */
export function figuresOf(
  instance: Instance,
  matching: Matching,
  access: Access,
  scoreOf: ScoreOf,
  onWork: () => void,
): Allocation {
  const { problem } = instance;
  const mentorOf = new Int32Array(instance.menteeCount).fill(NONE);
  const groups = new Map<string, { asked: number; matched: number }>();
  const sums = { matched: 0, priority: 0, score: 0, tie: 0 };
  matching.mentorOf.forEach((mentor, mentee) => {
    onWork();
    const at = instance.menteeAt[mentee]!;
    const { group } = problem.mentees[at]!;
    for (const path of group.length === 1 ? [group[0]] : [group[0], group.join('/')]) {
      const count = groups.get(path) ?? { asked: 0, matched: 0 };
      count.asked++;
      count.matched += mentor === NONE ? 0 : 1;
      groups.set(path, count);
    }
    if (mentor !== NONE) {
      mentorOf[at] = instance.mentorAt[mentor]!;
      sums.matched++;
      sums.priority += instance.priority[mentee]!;
      sums.score += scoreOf(mentee, mentor);
      sums.tie += tieKeys(problem.seed, instance.menteeId(mentee), instance.mentorId(mentor)).first;
    }
  });
  const rates = problem.objectives.includes('equity') ? { rates: sortedRates(access, matching) } : {};
  return { mentorOf, groups: Object.fromEntries(groups), ...rates, ...sums };
}

function sortedRates(access: Access, matching: Matching): Partial<Record<1 | 2, Rate[]>> {
  const counts = access.count(matching);
  const sorted = (rates: Rate[]): Rate[] =>
    rates.sort((a, b) => compareFractions(...a, ...b)).map((rate) => inLowestTerms(...rate));
  const first = sorted(counts.groups.map((matched, group) => rateOf(access.groups, group, matched)));
  const rated = [...counts.professions.keys()].filter((profession) => access.rated[profession]!);
  const second = rated.map((one) => rateOf(access.professions, one, counts.professions[one]!));
  return access.levelTwo ? { 1: first, 2: sorted(second) } : { 1: first };
}
