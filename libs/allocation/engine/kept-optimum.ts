import type { ChosenPairs } from './chosen-pairs';
import type { Face } from './face';
import type { Instance } from './instance';
import { NONE } from './matching';
import { NodesByDistance } from './nodes-by-distance';

/** A step of a search that follows a pair, or leaves a mentor for one of its mentees: no arc of the face. */
const PAIR = -1;

/**
 * An optimum of the chosen pairs that stays one while single pairs are added: a pair that would make it better closes a
 * cycle of negative cost, at most one, and the shortest way back through the network finds it (Dijkstra with potentials, as
 * in successive shortest paths: Edmonds and Karp 1972). The search ends where the way back costs more than the pair gains.
 */
export class KeptOptimum {
  /** Open arcs at each node, whichever way they lead: those of node `v` from `arcsFrom[v]` up to `arcsFrom[v + 1]`. */
  readonly #arcsFrom: Int32Array;
  readonly #arcs: Int32Array;
  readonly #distance: Float64Array;
  readonly #nearest: NodesByDistance;
  /** The step by which a node was reached: from which node, and along which arc. */
  readonly #reachedFrom: Int32Array;
  readonly #reachedBy: Int32Array;
  readonly #settled: number[] = [];
  readonly #reached: number[] = [];
  readonly #isTouched: Uint8Array;
  #touched: number[] = [];

  /** @param potentials exact ones of the optimum: no chosen pair or arc that may change has a negative reduced cost */
  constructor(
    private readonly instance: Instance,
    private readonly face: Face,
    private readonly chosen: ChosenPairs,
    readonly potentials: Float64Array,
  ) {
    const { nodeCount, arcCount, open, from, to } = face;
    this.#arcsFrom = new Int32Array(nodeCount + 1);
    for (let arc = 0; arc < arcCount; arc++) {
      if (open[arc] === 1) {
        this.#arcsFrom[from[arc]! + 1]!++;
        this.#arcsFrom[to[arc]! + 1]!++;
      }
    }
    for (let node = 0; node < nodeCount; node++) {
      this.#arcsFrom[node + 1]! += this.#arcsFrom[node]!;
    }
    const next = this.#arcsFrom.slice();
    this.#arcs = new Int32Array(this.#arcsFrom[nodeCount]!);
    for (let arc = 0; arc < arcCount; arc++) {
      if (open[arc] === 1) {
        this.#arcs[next[from[arc]!]!++] = arc;
        this.#arcs[next[to[arc]!]!++] = arc;
      }
    }
    const distance = new Float64Array(nodeCount).fill(Infinity);
    this.#distance = distance;
    this.#nearest = new NodesByDistance(nodeCount, (a, b) => {
      const [near, far] = [distance[a]!, distance[b]!];
      return near < far || (near === far && a < b);
    });
    this.#reachedFrom = new Int32Array(nodeCount);
    this.#reachedBy = new Int32Array(nodeCount);
    this.#isTouched = new Uint8Array(instance.menteeCount);
  }

  /** Chooses one more pair of a mentee who has some, where it gains anything, and makes the matching the best one again. */
  takeIn(mentee: number, mentor: number, cost: number): void {
    const { potentials } = this;
    this.#markTouched(mentee);
    const place = this.face.mentorNode(mentor);
    const gain = potentials[place]! - potentials[mentee]! - cost;
    if (gain <= 0) {
      return;
    }
    const wayBack = this.#search(place, mentee, gain);
    if (wayBack < gain) {
      this.#turn(mentee, mentor);
    }
    this.#lowerPotentials(wayBack);
    // Now that the mentee's one unit goes to the new mentor, nothing else holds its price down.
    potentials[mentee]! += gain - wayBack;
    this.chosen.add(mentee, mentor, cost);
  }

  /**
   * The mentees of whom others of their pairs may be worth it, as far as anything was done since this was asked last,
   * ascending: those whose price fell, and those of whom a pair was given, which may have been one of many.
   */
  takeTouched(): Int32Array {
    const touched = Int32Array.from(this.#touched).sort();
    this.#touched = [];
    touched.forEach((mentee) => (this.#isTouched[mentee] = 0));
    return touched;
  }

  #markTouched(mentee: number): void {
    if (this.#isTouched[mentee] === 0) {
      this.#isTouched[mentee] = 1;
      this.#touched.push(mentee);
    }
  }

  /** @returns the cost of the shortest way from a node to a mentee, or `limit` where it is not below that */
  #search(start: number, end: number, limit: number): number {
    const distance = this.#distance;
    this.#settled.length = 0;
    this.#reach(start, 0, NONE, PAIR);
    let found = limit;
    while (this.#nearest.length > 0) {
      const node = this.#nearest.take();
      if (distance[node]! >= limit) {
        break;
      }
      if (node === end) {
        found = distance[node]!;
        break;
      }
      this.#settled.push(node);
      this.#visitArcs(node, limit);
      if (node < this.instance.menteeCount) {
        this.#visitPairs(node, limit);
      } else if (node < this.face.hubNode(0)) {
        this.#visitMentees(node);
      }
    }
    this.#nearest.clear();
    return found;
  }

  #visitArcs(node: number, limit: number): void {
    const { face, potentials } = this;
    const { from, to, capacity } = face;
    const passed = this.#distance[node]! + potentials[node]!;
    for (let at = this.#arcsFrom[node]!; at < this.#arcsFrom[node + 1]!; at++) {
      const arc = this.#arcs[at]!;
      const isAlong = from[arc] === node;
      const next = isAlong ? to[arc]! : from[arc]!;
      const distance = passed - potentials[next]!;
      if (distance < limit && distance < this.#distance[next]!) {
        const flow = face.flowOn(arc);
        if (isAlong ? flow < capacity[arc]! : flow > 0) {
          this.#reach(next, distance, node, arc);
        }
      }
    }
  }

  #visitPairs(mentee: number, limit: number): void {
    const { chosen, potentials } = this;
    const first = this.face.mentorNode(0);
    const passed = this.#distance[mentee]! + potentials[mentee]!;
    for (let pair = chosen.lastOf(mentee); pair !== NONE; pair = chosen.before(pair)) {
      const node = first + chosen.mentorOf(pair);
      const distance = passed + chosen.costOf(pair) - potentials[node]!;
      if (distance < limit && distance < this.#distance[node]!) {
        this.#reach(node, distance, mentee, PAIR);
      }
    }
  }

  /** A pair that is matched has no reduced cost. */
  #visitMentees(node: number): void {
    const { matching } = this.face;
    const distance = this.#distance[node]!;
    const first = matching.firstOf(node - this.face.mentorNode(0));
    for (let mentee = first; mentee !== NONE; mentee = matching.after(mentee)) {
      if (distance < this.#distance[mentee]! && this.chosen.lastOf(mentee) !== NONE) {
        this.#reach(mentee, distance, node, PAIR);
      }
    }
  }

  #reach(node: number, distance: number, from: number, by: number): void {
    if (this.#distance[node] === Infinity) {
      this.#reached.push(node);
    }
    this.#distance[node] = distance;
    this.#reachedFrom[node] = from;
    this.#reachedBy[node] = by;
    this.#nearest.reach(node);
  }

  /** Sends one unit along the way that was found, and gives its mentee the new mentor. */
  #turn(mentee: number, mentor: number): void {
    const { face } = this;
    const firstHub = face.hubNode(0);
    const changes: (readonly [mentee: number, mentor: number])[] = [[mentee, mentor]];
    for (let node = mentee, from = this.#reachedFrom[node]!; from !== NONE;) {
      if (from < this.instance.menteeCount) {
        changes.push([from, node < firstHub ? node - face.mentorNode(0) : NONE]);
      } else if (from >= firstHub && node >= firstHub) {
        const arc = this.#reachedBy[node]!;
        face.setFlow(arc, face.flowOn(arc) + (face.from[arc] === from ? 1 : -1));
      }
      node = from;
      from = this.#reachedFrom[node]!;
    }
    for (const [changing, to] of changes) {
      face.matching.assign(changing, to);
    }
  }

  /** So that what is nearer than the way back costs nothing to reach, and nothing costs less than nothing. */
  #lowerPotentials(wayBack: number): void {
    for (const node of this.#settled) {
      const fall = wayBack - this.#distance[node]!;
      if (fall > 0) {
        this.potentials[node]! -= fall;
        if (node < this.instance.menteeCount) {
          this.#markTouched(node);
        }
      }
    }
    this.#reached.forEach((node) => (this.#distance[node] = Infinity));
    this.#reached.length = 0;
  }
}
