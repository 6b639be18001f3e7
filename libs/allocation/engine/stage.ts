import { ChosenPairs } from './chosen-pairs';
import { Circulation, CirculationBuilder, UNBOUNDED } from './circulation';
import type { Face } from './face';
import type { Instance } from './instance';
import { KeptOptimum } from './kept-optimum';
import { NONE } from './matching';
import type { StageReport } from './report';
import { keepCheapest, type StagePairs } from './stage-pairs';

/** Pairs added for one mentee when they turn out to be needed: the worst of what the prices say. */
const MOST_ADDED = 12;

/**
 * While pairs are still missing in numbers, an optimum of those at hand is not worth being exact: it may err by this part
 * of the largest cost at first, then by ever less, and not at all in the end.
 */
const FIRST_TOLERANCE_OF = 64;
const TOLERANCE_STEP = 12;
/** A smaller error is none. */
const LEAST_TOLERANCE = 8;
/** Fewer than one pair for so many mentees: it is time to be more exact. */
const FEW_ADDED = 4;
/** Up to this many pairs are taken into an optimum one by one; more are quicker all at once. */
const FEW_TAKEN_IN = 1000;

/**
 * Finds the cheapest matching on a face, exactly and over all of its pairs, and leaves it in the face's matching.
 *
 * It works on a few good pairs of each person and then prices all others with the potentials of that optimum: a pair of
 * negative reduced cost is added and the rest done again, more exactly the fewer are found. The last few are taken into
 * an exact optimum one by one, until there is none. The potentials then prove the matching optimal over every pair.
 *
 * @returns exact potentials: no pair or arc that may change has a negative reduced cost
 */
export function optimiseStage(
  instance: Instance,
  face: Face,
  pairs: StagePairs,
  report: StageReport,
): Float64Array {
  const chosen = goodPairs(instance, pairs, report);
  const missing = new MissingPairs(instance, face, pairs, report);
  const everybody = Int32Array.from({ length: instance.menteeCount }, (_, mentee) => mentee);
  let potentials: Float64Array = new Float64Array(face.nodeCount);
  let tolerance = Math.floor(chosen.largestCost / FIRST_TOLERANCE_OF);

  for (;;) {
    if (tolerance < LEAST_TOLERANCE) {
      tolerance = 0;
    }
    potentials = circulate(instance, face, chosen, potentials, tolerance, report);
    let found = missing.find(everybody, potentials, tolerance);
    if (tolerance === 0 && found.count <= FEW_TAKEN_IN) {
      const optimum = new KeptOptimum(instance, face, chosen, potentials);
      while (found.count > 0) {
        found.forEach((mentee, mentor, cost) => {
          report.onWork();
          optimum.takeIn(mentee, mentor, cost);
        });
        found = missing.find(optimum.takeTouched(), potentials, 0);
      }
      return potentials;
    }
    found.forEach((mentee, mentor, cost) => chosen.add(mentee, mentor, cost));
    if (found.count === 0) {
      tolerance = 0;
    } else if (found.count < instance.menteeCount / FEW_ADDED) {
      tolerance = Math.floor(tolerance / TOLERANCE_STEP);
    }
  }
}

function goodPairs(
  { menteeCount, mentorCount }: Instance,
  pairs: StagePairs,
  report: StageReport,
): ChosenPairs {
  const chosen = new ChosenPairs(menteeCount);
  const mentors = new Int32Array(mentorCount);
  const costs = new Float64Array(mentorCount);
  for (let mentee = 0; mentee < menteeCount; mentee++) {
    report.onMentee(mentee);
    const count = pairs.good(mentee, mentors, costs);
    for (let k = 0; k < count; k++) {
      chosen.add(mentee, mentors[k]!, costs[k]!);
    }
  }
  return chosen;
}

/** Makes a matching the cheapest one of the chosen pairs, but for a tolerance. @returns potentials, exact where that is 0 */
function circulate(
  { menteeCount }: Instance,
  face: Face,
  chosen: ChosenPairs,
  potentials: Float64Array,
  tolerance: number,
  report: StageReport,
): Float64Array {
  const { matching } = face;
  const onWork = (): void => report.onWork();
  onWork();
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
  const circulation = new Circulation(arcs, menteeCount, onWork);
  // Half of it, so that no pair which is there already can seem to be missing, whichever way prices are rounded.
  circulation.minimise(potentials, tolerance / 2);

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
  const found = tolerance === 0 ? circulation.exactPotentials() : circulation.roundedPotentials();
  lowerIdleMentors(face, found);
  return found;
}

/**
 * Nothing holds up the price of a mentor without a mentee but the way home. A mentor of whom no pair was chosen was left
 * out of it all, and at a price from before, each of their pairs would seem to be missing.
 */
function lowerIdleMentors(face: Face, potentials: Float64Array): void {
  const lowest = potentials.reduce((least, price) => Math.min(least, price), 0);
  face.matching.load.forEach((load, mentor) => {
    if (load === 0) {
      const node = face.mentorNode(mentor);
      const home = face.homeOf(mentor);
      potentials[node] =
        home === NONE ? Math.min(potentials[node]!, lowest) : Math.min(potentials[node]!, potentials[home]!);
    }
  });
}

/** Looks for pairs that are worth being chosen, by the prices of an optimum without them. */
class MissingPairs {
  readonly #mentors: Int32Array;
  readonly #costs: Float64Array;

  constructor(
    private readonly instance: Instance,
    private readonly face: Face,
    private readonly pairs: StagePairs,
    private readonly report: StageReport,
  ) {
    this.#mentors = new Int32Array(instance.mentorCount);
    this.#costs = new Float64Array(instance.mentorCount);
  }

  /** The worst few of the pairs of each of these mentees that cost more than a tolerance too little, the worst first. */
  find(mentees: Int32Array, potentials: Float64Array, tolerance: number): ChosenPairs {
    const { mentorCount, menteeCount } = this.instance;
    const mentors = this.#mentors;
    const costs = this.#costs;
    const first = this.face.mentorNode(0);
    const found = new ChosenPairs(menteeCount);
    this.report.onWork();
    const violating = this.pairs.below(potentials, -tolerance, mentees);
    for (const mentee of mentees) {
      this.report.onMentee(mentee);
      const count = violating(mentee, mentors, costs);
      for (let k = 0; k < count; k++) {
        // The reduced cost but for the mentee's own price, which is the same for all of them.
        costs[k]! -= potentials[first + mentors[k]!]!;
      }
      const kept = keepCheapest(mentors, costs, count, MOST_ADDED, 0, mentorCount);
      for (let k = 0; k < kept; k++) {
        found.add(mentee, mentors[k]!, costs[k]! + potentials[first + mentors[k]!]!);
      }
    }
    return found;
  }
}
