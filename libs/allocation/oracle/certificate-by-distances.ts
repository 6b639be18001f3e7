import type { Allocation, AllocationProblem, Rate } from '../problem';
import { compareRates } from './fraction';
import { priorOf, scoresOf } from './outcome';
import { tieKeys } from './tie-key';

/** A cost or a price with every rung written out, then priority, score, order, tie, order, second tie. */
type Vector = readonly number[];

/** Priority, score, order, tie, order, second tie. */
const PARTS_BELOW_LEVELS = 6;

/** A certificate as a result holds it. */
export interface CertificateValue {
  readonly levels: readonly (readonly number[])[];
  readonly groups: Readonly<Record<string, readonly number[]>>;
  readonly professions: Readonly<Record<string, readonly number[]>>;
  readonly mentors: readonly (readonly number[])[];
  readonly tightSets: readonly TightSetValue[];
}

/** People who share places, as a certificate tells of them. */
interface TightSetValue {
  readonly level: number;
  readonly groups: readonly string[];
  readonly mentees: number;
  readonly unmatched: number;
  readonly mentors: number;
  readonly places: number;
}

interface Arc {
  readonly from: string;
  readonly to: string;
  readonly cost: Vector;
}

/**
 * Certifies the best matching of a small problem in a way that shares nothing with the engine: the prices are the
 * shortest distances from the source over every arc that the matching leaves open, by Bellman and Ford.
 *
 * @throws Error when there is a circle of negative cost, so that the matching is not the best one
 */
export function certificateByDistances(
  problem: AllocationProblem,
  { mentorOf }: Pick<Allocation, 'mentorOf'>,
): CertificateValue {
  const { mentors } = problem;
  const { arcs, groups, professions, width } = openArcs(problem, mentorOf);
  const distance = distancesFrom('source', arcs, width);
  // Nobody is eligible for a mentor who is not reached, so that any price of theirs will do.
  const priceOf = (node: string): Vector => distance.get(node) ?? nothing(width);

  const sortedMentors = mentors.map(({ id }) => id).sort();
  const nodes = ['source', ...groups.map(groupNode), ...professions.map(professionNode)];
  const priced = [...nodes, ...sortedMentors.map(mentorNode)].map(priceOf);
  const levelPart = (price: Vector): Vector => price.slice(0, width - PARTS_BELOW_LEVELS);
  const levels = [...new Map(priced.map((price) => [String(levelPart(price)), levelPart(price)])).values()];
  levels.sort(compareVectors);
  const levelOf = (node: string): number =>
    levels.findIndex((level) => compareVectors(level, levelPart(priceOf(node))) === 0);
  const written = (node: string): number[] => [levelOf(node), ...priceOf(node).slice(-PARTS_BELOW_LEVELS)];

  return {
    levels: levels.map((level) => level.flatMap((change, rung) => (change === 0 ? [] : [rung, change]))),
    groups: Object.fromEntries(groups.map((key) => [key, written(groupNode(key))])),
    professions: Object.fromEntries(professions.map((key) => [key, written(professionNode(key))])),
    mentors: sortedMentors.map((id) => written(mentorNode(id))),
    tightSets: tightSets(
      problem,
      mentorOf,
      (mentor) => levelOf(mentorNode(mentors[mentor]!.id)),
      levelOf('source'),
    ),
  };
}

const groupNode = (key: string): string => `group ${key}`;
const professionNode = (key: string): string => `profession ${key}`;
const menteeNode = (id: string): string => `mentee ${id}`;
const mentorNode = (id: string): string => `mentor ${id}`;

/** Everything that the matching leaves open to change, and what it costs. */
function openArcs(problem: AllocationProblem, mentorOf: Int32Array) {
  const { mentees, mentors, objectives, equity, seed } = problem;
  const balanced = objectives.includes('equity');
  const levels: readonly number[] = equity.levels;
  const keys = mentees.map(({ group: [group, profession] }) => {
    const key = balanced ? group : '';
    return { group: key, profession: `${key}/${balanced && levels.includes(2) ? (profession ?? '') : ''}` };
  });
  const countOf = (level: 'group' | 'profession', key: string) => {
    const members = [...mentees.keys()].filter((mentee) => keys[mentee]![level] === key);
    return {
      asked: members.length,
      matched: members.filter((mentee) => mentorOf[mentee] !== -1).length,
    };
  };
  const groups = [...new Set(keys.map(({ group }) => group))];
  const professions = [...new Set(keys.map(({ profession }) => profession))];

  const rateAt = (level: 'group' | 'profession', key: string, matched: number): Rate => {
    const prior = priorOf(problem, key);
    return [prior.matched + matched, prior.asked + countOf(level, key).asked];
  };
  const ratesNear = (level: 'group' | 'profession', hubs: readonly string[]): readonly Rate[] =>
    hubs
      .flatMap((key) => {
        const { asked, matched } = countOf(level, key);
        const near = [matched - 1, matched, matched + 1].filter((count) => count >= 0 && count <= asked);
        return near.map((count) => rateAt(level, key, count));
      })
      .sort(compareRates)
      .filter((rate, place, all) => place === 0 || compareRates(rate, all[place - 1]!) !== 0);
  const rungs = {
    group: balanced ? ratesNear('group', groups) : [],
    profession: ratesNear(
      'profession',
      professions.filter((key) => !key.endsWith('/')),
    ),
  };
  const firstRung = { group: 1, profession: 1 + rungs.group.length };
  const width = 1 + rungs.group.length + rungs.profession.length + PARTS_BELOW_LEVELS;
  const vector = (...changes: (readonly [place: number, change: number])[]): Vector => {
    const sums = nothing(width);
    changes.forEach(([place, change]) => (sums[place]! += change));
    return sums;
  };
  const below = (name: 'priority' | 'score' | 'tie' | 'second tie'): number =>
    width - PARTS_BELOW_LEVELS + { priority: 0, score: 1, tie: 3, 'second tie': 5 }[name];
  const weight = (objective: 'coverage' | 'priority' | 'score'): number =>
    objectives.includes(objective) ? 1 : 0;

  /** What raising a count from `matched` by one costs. */
  const raise = (level: 'group' | 'profession', key: string, matched: number): Vector => {
    const rung = (count: number): number =>
      firstRung[level] +
      rungs[level].findIndex((rate) => compareRates(rate, rateAt(level, key, count)) === 0);
    const coverage = [0, level === 'group' ? -weight('coverage') : 0] as const;
    return balanced && !key.endsWith('/')
      ? vector(coverage, [rung(matched), -1], [rung(matched + 1), 1])
      : vector(coverage);
  };

  const arcs: Arc[] = [];
  const open = (from: string, to: string, forth: Vector | undefined, back: Vector | undefined): void => {
    if (forth !== undefined) {
      arcs.push({ from, to, cost: forth });
    }
    if (back !== undefined) {
      arcs.push({ from: to, to: from, cost: back.map((part) => -part) });
    }
  };
  const openHub = (from: string, to: string, level: 'group' | 'profession', key: string): void => {
    const { asked, matched } = countOf(level, key);
    open(
      from,
      to,
      matched < asked ? raise(level, key, matched) : undefined,
      matched > 0 ? raise(level, key, matched - 1) : undefined,
    );
  };
  groups.forEach((key) => openHub('source', groupNode(key), 'group', key));
  professions.forEach((key) =>
    openHub(groupNode(key.slice(0, key.indexOf('/'))), professionNode(key), 'profession', key),
  );
  mentees.forEach(({ id, priority }, mentee) => {
    const isMatched = mentorOf[mentee] !== -1;
    const cost = vector([below('priority'), -weight('priority') * priority]);
    open(
      professionNode(keys[mentee]!.profession),
      menteeNode(id),
      isMatched ? undefined : cost,
      isMatched ? cost : undefined,
    );
    for (const [mentor, score] of scoresOf(problem, mentee)) {
      const mentorId = mentors[mentor]!.id;
      const { first, second } = tieKeys(seed, id, mentorId);
      const pair = vector(
        [below('score'), -weight('score') * score],
        [below('tie'), first],
        [below('second tie'), second],
      );
      open(menteeNode(id), mentorNode(mentorId), pair, mentorOf[mentee] === mentor ? pair : undefined);
    }
  });
  mentors.forEach(({ id, capacity }, mentor) => {
    const load = mentorOf.filter((one) => one === mentor).length;
    open(mentorNode(id), 'source', load < capacity ? vector() : undefined, load > 0 ? vector() : undefined);
  });
  return { arcs, groups, professions, width };
}

function distancesFrom(source: string, arcs: readonly Arc[], width: number): ReadonlyMap<string, Vector> {
  const distance = new Map<string, Vector>([[source, nothing(width)]]);
  const nodeCount = new Set(arcs.flatMap(({ from, to }) => [from, to])).size;
  for (let round = 0; round <= nodeCount; round++) {
    let changed = false;
    for (const { from, to, cost } of arcs) {
      const start = distance.get(from);
      const reached = start?.map((part, place) => part + cost[place]!);
      const known = distance.get(to);
      if (reached !== undefined && (known === undefined || compareVectors(reached, known) < 0)) {
        distance.set(to, reached);
        changed = true;
      }
    }
    if (!changed) {
      return distance;
    }
  }
  throw new Error('there is a better matching');
}

function tightSets(
  problem: AllocationProblem,
  mentorOf: Int32Array,
  levelOf: (mentor: number) => number,
  everybody: number,
): readonly TightSetValue[] {
  const { mentees, mentors } = problem;
  const all = [...mentors.keys()];
  const useful = all.filter((mentor) => mentors[mentor]!.capacity > 0);
  const levels = [...new Set(useful.map(levelOf))].filter((level) => level < everybody);
  return levels
    .sort((a, b) => a - b)
    .map((level) => {
      const within = useful.filter((mentor) => levelOf(mentor) <= level);
      const unmatched = mentees.filter((_, mentee) => {
        const choice = useful.filter((mentor) => scoresOf(problem, mentee).has(mentor));
        return (
          mentorOf[mentee] === -1 && choice.length > 0 && choice.every((mentor) => within.includes(mentor))
        );
      });
      return {
        level,
        groups: [...new Set(unmatched.map(({ group }) => group[0]))].sort(),
        mentees: unmatched.length + mentorOf.filter((mentor) => within.includes(mentor)).length,
        unmatched: unmatched.length,
        mentors: within.length,
        places: within.reduce((places, mentor) => places + mentors[mentor]!.capacity, 0),
      };
    });
}

function nothing(width: number): number[] {
  return new Array<number>(width).fill(0);
}

/** Negative where the first is less. */
function compareVectors(a: Vector, b: Vector): number {
  return a.map((part, place) => part - b[place]!).find((difference) => difference !== 0) ?? 0;
}
