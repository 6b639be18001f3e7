import { Circulation, CirculationBuilder, grown, UNBOUNDED } from './circulation';
import type { Face } from './face';
import type { Instance } from './instance';
import { NONE } from './matching';
import { keepCheapest, type StagePairs } from './stage-pairs';

/** Pairs added for one mentee when they turn out to be needed: the worst of what the prices say. */
const MOST_ADDED = 8;

/**
 * While pairs are still missing in numbers, an optimum of those at hand is not worth being exact: it may err by this part
 * of the largest cost at first, then by ever less, and not at all in the end.
 */
const FIRST_TOLERANCE_OF = 64;
const TOLERANCE_STEP = 8;
/** A smaller error is none. */
const LEAST_TOLERANCE = 8;
/** Fewer than one pair for so many mentees: it is time to be more exact. */
const FEW_ADDED = 16;

/** How far a stage has come, in passes over all mentees. */
export type OnPass = (mentee: number) => void;

/**
 * Finds the cheapest matching on a face, exactly and over all of its pairs, and leaves it in the face's matching.
 *
 * It works on a few good pairs of each person and then prices all others with the exact potentials of that optimum:
 * a pair of negative reduced cost is added and the rest done again, more exactly the fewer are found, until there is none.
 * The potentials then prove the matching optimal over every pair.
 *
 * @returns exact potentials: no pair or arc that may change has a negative reduced cost
 */
export function optimiseStage(
  instance: Instance,
  face: Face,
  pairs: StagePairs,
  onPass: OnPass,
): Float64Array {
  const { menteeCount, mentorCount } = instance;
  const { matching } = face;
  const mentors = new Int32Array(mentorCount);
  const costs = new Float64Array(mentorCount);
  const chosen = new ChosenPairs(instance, pairs, onPass);
  let potentials: Float64Array = new Float64Array(face.nodeCount);
  let tolerance = Math.floor(chosen.largestCost / FIRST_TOLERANCE_OF);

  for (;;) {
    if (tolerance < LEAST_TOLERANCE) {
      tolerance = 0;
    }
    const arcs = new CirculationBuilder(face.nodeCount, face.arcCount + chosen.count);
    const faceArcs: number[] = [];
    for (let arc = 0; arc < face.arcCount; arc++) {
      if (face.open[arc] === 1) {
        arcs.add(face.from[arc]!, face.to[arc]!, face.capacity[arc]!, face.flowOn(arc), 0);
        faceArcs.push(arc);
      }
    }
    const pairArcs = arcs.count;
    chosen.forEach((mentee, mentor, cost) => {
      const flow = matching.mentorOf[mentee] === mentor ? 1 : 0;
      arcs.add(mentee, face.mentorNode(mentor), UNBOUNDED, flow, cost);
    });
    const circulation = new Circulation(arcs, menteeCount);
    // Half of it, so that no pair which is there already can seem to be missing, whichever way prices are rounded.
    circulation.minimise(potentials, tolerance / 2);
    potentials = tolerance === 0 ? circulation.exactPotentials() : circulation.roundedPotentials();
    readBack(circulation, pairArcs, faceArcs);

    const before = chosen.count;
    const violating = pairs.below(potentials, -tolerance);
    for (let mentee = 0; mentee < menteeCount; mentee++) {
      onPass(mentee);
      const count = violating(mentee, mentors, costs);
      for (let k = 0; k < count; k++) {
        // The reduced cost but for the mentee's own price, which is the same for all of them.
        costs[k]! -= potentials[face.mentorNode(mentors[k]!)]!;
      }
      const kept = keepCheapest(mentors, costs, count, MOST_ADDED, 0, mentorCount);
      for (let k = 0; k < kept; k++) {
        chosen.add(mentee, mentors[k]!, costs[k]! + potentials[face.mentorNode(mentors[k]!)]!);
      }
    }
    const added = chosen.count - before;
    if (added === 0 && tolerance === 0) {
      return potentials;
    }
    if (added === 0) {
      tolerance = 0;
    } else if (added < menteeCount / FEW_ADDED) {
      tolerance = Math.floor(tolerance / TOLERANCE_STEP);
    }
  }

  function readBack(circulation: Circulation, pairArcs: number, faceArcs: readonly number[]): void {
    const mentorOf = matching.mentorOf.slice();
    chosen.forEach((mentee) => (mentorOf[mentee] = NONE));
    let arc = pairArcs;
    chosen.forEach((mentee, mentor) => {
      if (circulation.flowOn(arc++) > 0) {
        mentorOf[mentee] = mentor;
      }
    });
    faceArcs.forEach((faceArc, at) => face.setFlow(faceArc, circulation.flowOn(at)));
    mentorOf.forEach((mentor, mentee) => matching.assign(mentee, mentor));
  }
}

/** The pairs a stage works on. A mentee without any keeps its match. */
class ChosenPairs {
  #mentee = new Int32Array(1024);
  #mentor = new Int32Array(1024);
  #cost = new Float64Array(1024);
  count = 0;
  largestCost = 0;

  constructor({ menteeCount, mentorCount }: Instance, pairs: StagePairs, onPass: OnPass) {
    const mentors = new Int32Array(mentorCount);
    const costs = new Float64Array(mentorCount);
    for (let mentee = 0; mentee < menteeCount; mentee++) {
      onPass(mentee);
      const count = pairs.good(mentee, mentors, costs);
      for (let k = 0; k < count; k++) {
        this.largestCost = Math.max(this.largestCost, Math.abs(costs[k]!));
        this.add(mentee, mentors[k]!, costs[k]!);
      }
    }
  }

  add(mentee: number, mentor: number, cost: number): void {
    if (this.count === this.#mentee.length) {
      this.#mentee = grown(this.#mentee, new Int32Array(2 * this.count));
      this.#mentor = grown(this.#mentor, new Int32Array(2 * this.count));
      this.#cost = grown(this.#cost, new Float64Array(2 * this.count));
    }
    this.#mentee[this.count] = mentee;
    this.#mentor[this.count] = mentor;
    this.#cost[this.count++] = cost;
  }

  forEach(visit: (mentee: number, mentor: number, cost: number) => void): void {
    for (let at = 0; at < this.count; at++) {
      visit(this.#mentee[at]!, this.#mentor[at]!, this.#cost[at]!);
    }
  }
}
