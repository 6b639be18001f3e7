import { hash } from 'node:crypto';
import { BrokenClaim, type Expected, expectSame, listOf, shown } from './claims';

type Prior = Readonly<Record<string, { readonly asked: number; readonly matched: number }>>;

/** Matched over asked, prior included, in lowest terms. */
export type Rate = readonly [matched: number, asked: number];

/** A problem as the verifier sees it; every `AllocationProblem` is one. */
export interface ProblemToVerify {
  readonly seed: string;
  readonly mentees: readonly {
    readonly id: string;
    readonly group: readonly string[];
    readonly priority: number;
  }[];
  readonly mentors: readonly { readonly id: string; readonly capacity: number }[];
  /** Writes index and score of each mentor eligible for a mentee, and returns how many; asked twice for each. */
  readonly pairs: { row(mentee: number, mentors: Int32Array, scores: Int32Array): number };
  readonly objectives: readonly string[];
  readonly equity: { readonly levels: readonly number[]; readonly prior: Prior };
}

/** A matching as its result lists it. What a list holds of a mentee stands at the mentee's index in the problem. */
export interface ClaimedMatching {
  /** Index of the mentor, or -1. */
  readonly mentorOf: Int32Array;
  /** Score and both tie keys of the pair, 0 where there is none. */
  readonly scoreOf: Float64Array;
  readonly firstKeyOf: Float64Array;
  readonly secondKeyOf: Float64Array;
  /** Number of mentees by index of the mentor. */
  readonly load: Int32Array;
}

/** The tie keys of a pair: the first 26 bits of its digest, and the 26 after them. */
export function tieKeys(seed: string, menteeId: string, mentorId: string): readonly [number, number] {
  const digest = hash('sha256', `${seed}\n${menteeId}\n${mentorId}`, 'hex');
  const head = parseInt(digest.slice(0, 8), 16);
  return [Math.floor(head / 2 ** 6), (head % 2 ** 6) * 2 ** 20 + parseInt(digest.slice(8, 13), 16)];
}

/** Reads pairs that are sorted, name people of the problem, each mentee once, and pair only who is eligible. */
export function readMatching(problem: ProblemToVerify, assignments: readonly unknown[]): ClaimedMatching {
  const { seed, mentees, mentors, pairs } = problem;
  const menteeOf = new Map(mentees.map(({ id }, mentee) => [id, mentee]));
  const mentorNamed = new Map(mentors.map(({ id }, mentor) => [id, mentor]));
  const matching: ClaimedMatching = {
    mentorOf: new Int32Array(mentees.length).fill(-1),
    scoreOf: new Float64Array(mentees.length),
    firstKeyOf: new Float64Array(mentees.length),
    secondKeyOf: new Float64Array(mentees.length),
    load: new Int32Array(mentors.length),
  };
  let before = '';
  assignments.forEach((assignment, place) => {
    const [menteeId, mentorId] = listOf('assignments', `assignments[${place}]`, assignment, 2);
    const mentee = menteeOf.get(menteeId as string);
    const mentor = mentorNamed.get(mentorId as string);
    if (mentee === undefined || mentor === undefined) {
      const [who, id] = mentee === undefined ? ['mentee', menteeId] : ['mentor', mentorId];
      throw new BrokenClaim('assignments', `assignments[${place}]: the problem has no ${who} ${shown(id)}`);
    }
    const id = mentees[mentee]!.id;
    if (place > 0 && id <= before) {
      const how = id === before ? 'is there twice' : `comes after ${before}, but they are sorted`;
      throw new BrokenClaim('assignments', `assignments[${place}]: mentee ${id} ${how}`);
    }
    before = id;
    matching.mentorOf[mentee] = mentor;
    matching.load[mentor]!++;
    const [first, second] = tieKeys(seed, id, mentors[mentor]!.id);
    matching.firstKeyOf[mentee] = first;
    matching.secondKeyOf[mentee] = second;
  });

  const rowMentors = new Int32Array(mentors.length);
  const rowScores = new Int32Array(mentors.length);
  matching.mentorOf.forEach((mentor, mentee) => {
    if (mentor !== -1) {
      const place = rowMentors.subarray(0, pairs.row(mentee, rowMentors, rowScores)).indexOf(mentor);
      if (place === -1) {
        const who = `${mentees[mentee]!.id} and ${mentors[mentor]!.id}`;
        throw new BrokenClaim('assignments', `${who} are matched, but are no eligible pair`);
      }
      matching.scoreOf[mentee] = rowScores[place]!;
    }
  });
  return matching;
}

/** Nobody has more mentees than places. */
export function verifyCapacity({ mentors }: ProblemToVerify, { load }: ClaimedMatching): void {
  mentors.forEach(({ id, capacity }, mentor) => {
    if (load[mentor]! > capacity) {
      const places = capacity === 1 ? '1 place' : `${capacity} places`;
      const mentees = load[mentor] === 1 ? '1 mentee' : `${load[mentor]!} mentees`;
      throw new BrokenClaim('capacity', `mentor ${id} has ${mentees} and ${places}`);
    }
  });
}

/** Every figure is what the pairs add up to. */
export function verifySummary(
  problem: ProblemToVerify,
  matching: ClaimedMatching,
  summary: ReadonlyMap<string, unknown>,
): void {
  const { mentees, objectives, equity } = problem;
  const counts = new Map<string, { asked: number; matched: number }>();
  const sums = { matched: 0, priority: 0, score: 0, tie: 0 };
  mentees.forEach(({ group, priority }, mentee) => {
    const one = matching.mentorOf[mentee] === -1 ? 0 : 1;
    sums.matched += one;
    sums.priority += one * priority;
    sums.score += matching.scoreOf[mentee]!;
    sums.tie += matching.firstKeyOf[mentee]!;
    for (const path of group.map((_, level) => group.slice(0, level + 1).join('/'))) {
      const count = counts.get(path) ?? { asked: 0, matched: 0 };
      counts.set(path, { asked: count.asked + 1, matched: count.matched + one });
    }
  });
  expectSame('counts', 'summary.matched', summary.get('matched'), sums.matched);
  const groups = [...counts].map(([path, count]) => [path, new Map(Object.entries(count))] as const);
  expectSame('counts', 'summary.groups', summary.get('groups'), new Map<string, Expected>(groups));
  if (objectives.includes('equity')) {
    const rates = equity.levels.map((level): [string, Expected] => {
      const ofLevel = [...counts].filter(([path]) => path.split('/').length === level);
      const found = ofLevel.map(([path, { asked, matched }]) => rateOf(equity.prior, path, matched, asked));
      return [String(level), found.sort(compareRates)];
    });
    expectSame('rates', 'summary.rates', summary.get('rates'), new Map(rates));
  }
  for (const figure of ['priority', 'score', 'tie'] as const) {
    expectSame(figure, `summary.${figure}`, summary.get(figure), sums[figure]);
  }
}

/** The rate of a group or profession of which so many are matched now. */
export function rateOf(prior: Prior, path: string, matched: number, asked: number): Rate {
  const before = Object.hasOwn(prior, path) ? prior[path]! : { asked: 0, matched: 0 };
  const [numerator, denominator] = [before.matched + matched, before.asked + asked];
  let divisor = denominator;
  for (let rest = numerator; rest > 0;) {
    [divisor, rest] = [rest, divisor % rest];
  }
  return [numerator / divisor, denominator / divisor];
}

/** Negative where the first rate is the lower one, 0 where they are equal: exactly, though products pass 2^53. */
export function compareRates([a, b]: Rate, [c, d]: Rate): number {
  return Number(BigInt(a) * BigInt(d) - BigInt(c) * BigInt(b));
}
