import { type Certificate, PARTS, readCertificate } from './certificate';
import { BrokenClaim, type Claim, type Expected, expectSame } from './claims';
import { type ClaimedMatching, type ProblemToVerify, tieKeys } from './matching-claims';
import { type Changes, EVERYBODY, firstChange, type Hub, Network } from './network';

// The parts of prices and costs that have costs. The two that have none hold what narrows down where ties are open.
const LEVEL = 0;
const PRIORITY = 1;
const SCORE = 2;
const FIRST_KEY = 4;
const SECOND_KEY = 6;
const NAMES = ['', 'priority', 'score', 'tie', 'tie', 'second tie', 'second tie'] as const;

type Term = readonly [sign: 1 | -1, changes: Changes];

/**
 * Checks that the prices of a certificate prove a matching the best one: in the circulation everybody → group →
 * profession → mentee → mentor → everybody, no change that the matching leaves open has a negative reduced cost (price
 * where it starts, plus its cost, minus price where it ends). Around any circle of changes the prices cancel, so that
 * none of them pays.
 */
export class OptimalityClaims {
  private readonly network: Network;
  private readonly certificate: Certificate;
  private readonly firstMentor: number;
  /** The node whose price is worked out for one mentee after the other. */
  private readonly menteeInHand: number;
  /** 1 for what is an objective, 0 for what is none. */
  private readonly weightOf: Readonly<Record<'priority' | 'score', 0 | 1>>;
  /** What the change that is looked at costs, part by part. */
  private readonly cost = new Float64Array(PARTS);
  /** For each unmatched mentee the highest level price among mentors with places whom they can have; -1 without any. */
  private readonly reach: Int32Array;

  constructor(
    private readonly problem: ProblemToVerify,
    private readonly matching: ClaimedMatching,
    certificate: unknown,
  ) {
    const weightOf = (objective: string): 0 | 1 => (problem.objectives.includes(objective) ? 1 : 0);
    this.weightOf = { priority: weightOf('priority'), score: weightOf('score') };
    this.network = new Network(problem, matching);
    this.certificate = readCertificate(this.network, problem.mentors, certificate);
    this.firstMentor = this.network.hubs.length;
    this.menteeInHand = this.firstMentor + problem.mentors.length;
    this.reach = new Int32Array(problem.mentees.length).fill(-1);
  }

  verify(): void {
    const isGroup = ({ above }: Hub): boolean => above === EVERYBODY;
    const hubs = [...this.network.hubs.entries()].slice(1);
    hubs.filter(([, hub]) => isGroup(hub)).forEach(([node, hub]) => this.verifyHub('groups', node, hub));
    hubs
      .filter(([, hub]) => !isGroup(hub))
      .forEach(([node, hub]) => this.verifyHub('professions', node, hub));
    this.problem.mentors.forEach((_, mentor) => this.verifyMentor(mentor));
    this.problem.mentees.forEach((_, mentee) => this.verifyMentee(mentee));
    this.verifyPairs();
    expectSame('tightSets', 'certificate.tightSets', this.certificate.tightSets, this.tightSets());
  }

  private verifyHub(claim: 'groups' | 'professions', node: number, hub: Hub): void {
    const name = `${claim.slice(0, -1)} "${hub.key}"`;
    if (hub.matched < hub.asked) {
      const next = this.network.raise(hub, hub.matched);
      this.require(claim, `one more match for ${name}`, hub.above, node, [1, next]);
    }
    if (hub.matched > 0) {
      const last = this.network.raise(hub, hub.matched - 1);
      this.require(claim, `one match fewer for ${name}`, node, hub.above, [-1, last]);
    }
  }

  private verifyMentor(mentor: number): void {
    const { id, capacity } = this.problem.mentors[mentor]!;
    const node = this.firstMentor + mentor;
    const load = this.matching.load[mentor]!;
    if (load < capacity) {
      this.require('mentors', `one more mentee for mentor ${id}`, node, EVERYBODY);
    }
    if (load > 0) {
      this.require('mentors', `one mentee fewer for mentor ${id}`, EVERYBODY, node);
    }
  }

  private verifyMentee(mentee: number): void {
    if (this.matching.mentorOf[mentee] !== -1) {
      const { id, priority } = this.problem.mentees[mentee]!;
      this.takeInHand(mentee);
      this.cost[PRIORITY] = this.weightOf.priority * priority;
      const node = this.network.professionOf[mentee]!;
      const { key } = this.network.hubs[node]!;
      this.require('mentees', `another of "${key}" in the place of mentee ${id}`, this.menteeInHand, node);
    }
  }

  private verifyPairs(): void {
    const { mentees, mentors, pairs } = this.problem;
    const { prices } = this.certificate;
    const rowMentors = new Int32Array(mentors.length);
    const rowScores = new Int32Array(mentors.length);
    const own = PARTS * this.menteeInHand;
    const scoreWeight = this.weightOf.score;
    for (let mentee = 0; mentee < mentees.length; mentee++) {
      this.takeInHand(mentee);
      const size = pairs.row(mentee, rowMentors, rowScores);
      for (let place = 0; place < size; place++) {
        const mentor = rowMentors[place]!;
        const other = PARTS * (this.firstMentor + mentor);
        // The first of these that is not 0 decides, and leaves little to do for what follows.
        const reducedCost =
          prices[own + LEVEL]! - prices[other + LEVEL]! ||
          prices[own + PRIORITY]! - prices[other + PRIORITY]! ||
          prices[own + SCORE]! - scoreWeight * rowScores[place]! - prices[other + SCORE]!;
        if (reducedCost <= 0 && mentor !== this.matching.mentorOf[mentee]) {
          this.verifyPair(mentee, mentor, rowScores[place]!);
        }
      }
      if (this.matching.mentorOf[mentee] === -1) {
        this.noteReach(mentee, rowMentors.subarray(0, size));
      }
    }
  }

  private noteReach(mentee: number, eligible: Int32Array): void {
    for (const mentor of eligible) {
      const level = this.levelOf(this.firstMentor + mentor);
      if (level > this.reach[mentee]! && this.problem.mentors[mentor]!.capacity > 0) {
        this.reach[mentee] = level;
      }
    }
  }

  /** Ties are hashed only where everything before them is equal. */
  private verifyPair(mentee: number, mentor: number, score: number): void {
    const node = this.firstMentor + mentor;
    this.cost[SCORE] = -this.weightOf.score * score;
    let part = this.firstPart(this.menteeInHand, node, LEVEL, FIRST_KEY);
    if (part === FIRST_KEY) {
      const { seed, mentees, mentors } = this.problem;
      const [first, second] = tieKeys(seed, mentees[mentee]!.id, mentors[mentor]!.id);
      this.cost[FIRST_KEY] = first;
      this.cost[SECOND_KEY] = second;
      part = this.firstPart(this.menteeInHand, node, FIRST_KEY, PARTS);
    }
    if (part < PARTS && this.reducedCost(this.menteeInHand, node, part) < 0) {
      const pair = `the pair ${this.problem.mentees[mentee]!.id}-${this.problem.mentors[mentor]!.id}`;
      this.require('pairs', pair, this.menteeInHand, node);
    }
  }

  /**
   * Nobody writes the prices of mentees: the pair of a matched one allows a single price, and of those that an unmatched
   * one may have the highest asks the least of its other pairs.
   */
  private takeInHand(mentee: number): void {
    const { matching, problem, menteeInHand } = this;
    const { prices } = this.certificate;
    const mentor = matching.mentorOf[mentee]!;
    const node = mentor === -1 ? this.network.professionOf[mentee]! : this.firstMentor + mentor;
    const price = PARTS * menteeInHand;
    prices.copyWithin(price, PARTS * node, PARTS * (node + 1));
    if (mentor === -1) {
      prices[price + PRIORITY]! -= this.weightOf.priority * problem.mentees[mentee]!.priority;
    } else {
      prices[price + SCORE]! += this.weightOf.score * matching.scoreOf[mentee]!;
      prices[price + FIRST_KEY]! -= matching.firstKeyOf[mentee]!;
      prices[price + SECOND_KEY]! -= matching.secondKeyOf[mentee]!;
    }
    this.cost.fill(0);
  }

  /** Refuses a change whose reduced cost is negative: in the first part in which it is not 0. */
  private require(claim: Claim, change: string, from: number, to: number, own: Term = [1, []]): void {
    const { levels } = this.certificate;
    const level = firstChange([1, levels[this.levelOf(from)]!], own, [-1, levels[this.levelOf(to)]!]);
    const part = this.firstPart(from, to, PRIORITY, PARTS);
    const amount = level?.[1] ?? (part < PARTS ? this.reducedCost(from, to, part) : 0);
    if (amount < 0) {
      const rungs = [...this.network.rungs.keys()];
      const objective = level === undefined ? NAMES[part]! : rungs[level[0]]!.split(':')[0]!;
      throw new BrokenClaim(claim, `${change} has a reduced cost of ${amount} in ${objective}`);
    }
  }

  /** The first part, of those from `part` to before `end`, in which a change has a reduced cost other than 0; or `end`. */
  private firstPart(from: number, to: number, part: number, end: number): number {
    while (part < end && this.reducedCost(from, to, part) === 0) {
      part++;
    }
    return part;
  }

  /** The level price of a node, as its place among the levels. */
  private levelOf(node: number): number {
    return this.certificate.prices[PARTS * node + LEVEL]!;
  }

  /** In one part. That of levels has the right sign only: levels are numbered in ascending order. */
  private reducedCost(from: number, to: number, part: number): number {
    const { prices } = this.certificate;
    return prices[PARTS * from + part]! + this.cost[part]! - prices[PARTS * to + part]!;
  }

  /** For each level price of mentors that is below everybody's: who can reach nobody but the mentors up to there. */
  private tightSets(): Expected {
    const { mentees, mentors } = this.problem;
    const { mentorOf } = this.matching;
    const levelOf = mentors.map((_, mentor) => this.levelOf(this.firstMentor + mentor));
    const below = levelOf.filter(
      (level, mentor) => level < this.levelOf(EVERYBODY) && mentors[mentor]!.capacity > 0,
    );
    const tight = [...new Set(below)].sort((a, b) => a - b);
    return tight.map((level) => {
      const within = mentors.filter(({ capacity }, mentor) => capacity > 0 && levelOf[mentor]! <= level);
      const unmatched = mentees.filter(
        (_, mentee) => mentorOf[mentee] === -1 && this.reach[mentee]! >= 0 && this.reach[mentee]! <= level,
      );
      const matched = mentorOf.reduce(
        (count, mentor) => count + (mentor !== -1 && levelOf[mentor]! <= level ? 1 : 0),
        0,
      );
      return new Map<string, Expected>([
        ['level', level],
        ['groups', [...new Set(unmatched.map(({ group }) => group[0]!))].sort()],
        ['mentees', matched + unmatched.length],
        ['unmatched', unmatched.length],
        ['mentors', within.length],
        ['places', within.reduce((places, { capacity }) => places + capacity, 0)],
      ]);
    });
  }
}
