import { inLowestTerms } from '../engine/fraction';
import { tieKeys } from '../engine/tie-key';
import type { Allocation, Rate } from '../problem';
import { solve } from '../solve';
import { sortedRates } from './even-selection';
import type { Roster } from './roster';

const NONE = -1;

/**
 * The best matching of a selection, every one of whom can be matched: the largest score where that is an objective, then
 * the tie keys. Who is matched no longer changes, so the engine finds it exactly.
 */
export function allocationOf(roster: Roster, chosen: Uint8Array): Allocation {
  const { problem, menteeAt } = roster;
  const positions = [...menteeAt.keys()]
    .filter((mentee) => chosen[mentee] === 1)
    .map((mentee) => menteeAt[mentee]!);
  const part = solve({
    ...problem,
    mentees: positions.map((at) => problem.mentees[at]!),
    pairs: { row: (mentee, mentors, scores) => problem.pairs.row(positions[mentee]!, mentors, scores) },
    objectives: problem.objectives.includes('score') ? ['coverage', 'score'] : ['coverage'],
  });
  const mentorOf = new Int32Array(problem.mentees.length).fill(NONE);
  positions.forEach((at, place) => (mentorOf[at] = part.mentorOf[place]!));
  const { matched, priority, score, tie } = part;
  return {
    mentorOf,
    matched,
    groups: groupsOf(roster, mentorOf),
    ...ratesOf(roster, chosen),
    priority,
    score,
    tie,
  };
}

/** The first tie keys of a mentee with each eligible mentor. */
export function tieKeysOf({ problem, menteeAt, mentorAt, mentorsOf }: Roster, mentee: number): number[] {
  const { id } = problem.mentees[menteeAt[mentee]!]!;
  return Array.from(
    mentorsOf[mentee]!,
    (mentor) => tieKeys(problem.seed, id, problem.mentors[mentorAt[mentor]!]!.id).first,
  );
}

function groupsOf({ problem, menteeAt }: Roster, mentorOf: Int32Array): Allocation['groups'] {
  const groups = new Map<string, { asked: number; matched: number }>();
  for (const at of menteeAt) {
    const { group } = problem.mentees[at]!;
    for (const path of group.length === 1 ? [group[0]] : [group[0], group.join('/')]) {
      const { asked, matched } = groups.get(path) ?? { asked: 0, matched: 0 };
      groups.set(path, { asked: asked + 1, matched: matched + (mentorOf[at] === NONE ? 0 : 1) });
    }
  }
  return Object.fromEntries(groups);
}

function ratesOf({ levels }: Roster, chosen: Uint8Array): Pick<Allocation, 'rates'> {
  const rates: Partial<Record<1 | 2, readonly Rate[]>> = {};
  levels.forEach((paths, at) => {
    rates[at === 0 ? 1 : 2] = sortedRates(paths, chosen).map((rate) => inLowestTerms(...rate));
  });
  return levels.length === 0 ? {} : { rates };
}
