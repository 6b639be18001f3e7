import { Circulation, CirculationBuilder, UNBOUNDED } from './circulation';
import type { Face } from './face';
import type { Instance } from './instance';
import { NONE } from './matching';

/** Pairs that may change, a mentee's row at a time, with what each costs in a stage. */
export interface PairCosts {
  /** Writes mentors and costs from index 0 on and returns how many. */
  row(mentee: number, mentors: Int32Array, costs: Float64Array): number;
}

/** The cheapest pairs of each mentee, and of each mentor, with which a stage begins. */
const BEST_OF_MENTEE = 16;
const BEST_OF_MENTOR = 8;
/** Pairs added for one mentee when they turn out to be needed. */
const MOST_ADDED = 8;

/**
 * Finds the cheapest matching on a face, exactly and over all of its pairs, and leaves it in the face's matching.
 *
 * It works on a few good pairs of each person and then prices all others with the exact potentials of that optimum:
 * a pair of negative reduced cost is added and the rest done again, until there is none. The potentials then prove the
 * matching optimal over every pair.
 *
 * @param costOfMentee what matching a mentee costs by itself
 * @returns exact potentials: no pair or arc that may change has a negative reduced cost
 */
export function optimiseStage(
  instance: Instance,
  face: Face,
  pairs: PairCosts,
  costOfMentee: (mentee: number) => number,
): Float64Array {
  const { menteeCount, mentorCount } = instance;
  const { matching } = face;
  const mentors = new Int32Array(mentorCount);
  const costs = new Float64Array(mentorCount);
  const chosen = new ChosenPairs(instance, face, pairs);
  let potentials: Float64Array = new Float64Array(face.nodeCount);
  let worst = chosen.largestCost;
  for (let mentee = 0; mentee < menteeCount; mentee++) {
    worst = Math.max(worst, Math.abs(costOfMentee(mentee)));
  }

  for (;;) {
    const arcs = new CirculationBuilder(face.nodeCount);
    const faceArcs: number[] = [];
    for (let arc = 0; arc < face.arcCount; arc++) {
      if (face.open[arc] === 1) {
        const cost = arc < menteeCount ? costOfMentee(arc) : 0;
        arcs.add(face.from[arc]!, face.to[arc]!, face.capacity[arc]!, face.flowOn(arc), cost);
        faceArcs.push(arc);
      }
    }
    const pairArcs = arcs.from.length;
    chosen.forEach((mentee, mentor, cost) => {
      const flow = matching.mentorOf[mentee] === mentor ? 1 : 0;
      arcs.add(mentee, face.mentorNode(mentor), UNBOUNDED, flow, cost);
    });
    const circulation = new Circulation(arcs, menteeCount);
    circulation.minimise(potentials, worst);
    potentials = circulation.exactPotentials();
    readBack(circulation, pairArcs, faceArcs);

    worst = 0;
    for (let mentee = 0; mentee < menteeCount; mentee++) {
      const count = pairs.row(mentee, mentors, costs);
      const own = potentials[mentee]!;
      let added = 0;
      for (let k = 0; k < count; k++) {
        const reduced = costs[k]! + own - potentials[face.mentorNode(mentors[k]!)]!;
        if (reduced < 0 && added < MOST_ADDED) {
          worst = Math.max(worst, -reduced);
          chosen.add(mentee, mentors[k]!, costs[k]!);
          added++;
        }
      }
    }
    if (worst === 0) {
      return potentials;
    }
  }

  function readBack(circulation: Circulation, pairArcs: number, faceArcs: readonly number[]): void {
    const mentorOf = new Int32Array(menteeCount).fill(NONE);
    let arc = pairArcs;
    chosen.forEach((mentee, mentor) => {
      if (circulation.flowOn(arc++) > 0) {
        mentorOf[mentee] = mentor;
      }
    });
    faceArcs.forEach((faceArc, at) => face.setFlow(faceArc, circulation.flowOn(at)));
    chosen.forEachMentee((mentee) => matching.assign(mentee, mentorOf[mentee]!));
  }
}

/** The pairs a stage works on. */
class ChosenPairs {
  readonly #mentee: number[] = [];
  readonly #mentor: number[] = [];
  readonly #cost: number[] = [];
  /** Mentees whose match may change: the others keep theirs, whatever the chosen pairs say. */
  readonly #free: number[] = [];
  largestCost = 0;

  constructor(instance: Instance, face: Face, pairs: PairCosts) {
    const { menteeCount, mentorCount } = instance;
    const mentors = new Int32Array(mentorCount);
    const costs = new Float64Array(mentorCount);
    const bestOfMentor = Array.from({ length: mentorCount }, () => new Cheapest(BEST_OF_MENTOR));
    const taken = new Set<number>();
    const take = (mentee: number, mentor: number, cost: number): void => {
      const pair = mentee * mentorCount + mentor;
      if (!taken.has(pair)) {
        taken.add(pair);
        this.add(mentee, mentor, cost);
      }
    };
    for (let mentee = 0; mentee < menteeCount; mentee++) {
      const count = pairs.row(mentee, mentors, costs);
      if (count === 0) {
        continue;
      }
      this.#free.push(mentee);
      const best = new Cheapest(BEST_OF_MENTEE);
      // Rows are read from a different place for each mentee, so that equal costs do not all choose the same few mentors.
      const offset = (mentee * 7919) % count;
      for (let step = 0; step < count; step++) {
        const k = step + offset < count ? step + offset : step + offset - count;
        const [mentor, cost] = [mentors[k]!, costs[k]!];
        this.largestCost = Math.max(this.largestCost, Math.abs(cost));
        if (face.matching.mentorOf[mentee] === mentor) {
          take(mentee, mentor, cost);
        }
        best.offer(mentor, cost);
        bestOfMentor[mentor]!.offer(mentee, cost);
      }
      best.forEach((mentor, cost) => take(mentee, mentor, cost));
    }
    bestOfMentor.forEach((best, mentor) => best.forEach((mentee, cost) => take(mentee, mentor, cost)));
  }

  add(mentee: number, mentor: number, cost: number): void {
    this.#mentee.push(mentee);
    this.#mentor.push(mentor);
    this.#cost.push(cost);
  }

  forEach(visit: (mentee: number, mentor: number, cost: number) => void): void {
    for (let at = 0; at < this.#mentee.length; at++) {
      visit(this.#mentee[at]!, this.#mentor[at]!, this.#cost[at]!);
    }
  }

  forEachMentee(visit: (mentee: number) => void): void {
    this.#free.forEach(visit);
  }
}

/** The few cheapest of what is offered, the first come among equals. */
class Cheapest {
  readonly #who: number[] = [];
  readonly #cost: number[] = [];

  constructor(private readonly most: number) {}

  offer(who: number, cost: number): void {
    let at = this.#cost.length;
    if (at === this.most && cost >= this.#cost[at - 1]!) {
      return;
    }
    while (at > 0 && this.#cost[at - 1]! > cost) {
      at--;
    }
    this.#who.splice(at, 0, who);
    this.#cost.splice(at, 0, cost);
    if (this.#cost.length > this.most) {
      this.#who.pop();
      this.#cost.pop();
    }
  }

  forEach(visit: (who: number, cost: number) => void): void {
    this.#who.forEach((who, at) => visit(who, this.#cost[at]!));
  }
}
