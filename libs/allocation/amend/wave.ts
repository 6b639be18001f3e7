import { NONE } from '../engine/matching';
import { NodesByDistance } from '../engine/nodes-by-distance';
import type { HeldNetwork } from './held-network';
import type { NearList, NearPairs } from './near-pairs';
import { ORDER_1, ORDER_2, PARTS, PRIORITY, SCORE, TIE_1, TIE_2 } from './price-parts';
import type { RememberedKeys } from './remembered-keys';

const UNSEEN = 0;
const REACHED = 1;
const SETTLED = 2;

/** Where two waves meet: a way that leads from a node of the one straight to a node of the other. */
export type OnMeeting = (node: number, from: number, distance: Float64Array) => void;

/**
 * One of the two waves in which the shortest way from one node to another is searched: along what may change from the
 * start of the way, or against it from its end (Dijkstra with potentials). Costs are compared part by part.
 *
 * Pairs are gone along one by one, the nearest first, only as far as the wave comes. Tie keys are asked for where all
 * before them is equal, and of those pairs alone by which a node was come to.
 */
export abstract class Wave {
  readonly settled: number[] = [];
  protected readonly reached: number[] = [];
  /** As prices are kept: part `p` of the distance of node `v` at `PARTS * v + p`. */
  readonly distance: Float64Array;
  readonly reachedFrom: Int32Array;
  readonly #state: Uint8Array;
  /** By node, whether the parts of its distance from the first key on are known yet. */
  readonly #areTiesKnown: Uint8Array;
  /**
   * What waits: nodes and, as `nodeCount + v`, settled nodes `v` that have further neighbours, with a bound for how near
   * the next of them is in priority and score. Distances of nodes stand here again, up to score.
   */
  readonly #waiting: NodesByDistance;
  readonly #priority: Float64Array;
  readonly #score: Float64Array;
  /** The place of the next pair in the list of a mentee or mentor. */
  protected readonly next: Int32Array;
  /** The wave that comes from the other side. */
  #other: Wave | undefined;
  #onMeeting: OnMeeting = () => undefined;
  readonly #met = new Float64Array(PARTS);
  /** Nothing farther than this matters any more. */
  #farthestPriority = Infinity;
  #farthestScore = Infinity;

  /** @param sign 1 along what may change, −1 against it */
  protected constructor(
    protected readonly network: HeldNetwork,
    protected readonly pairs: NearPairs,
    private readonly keys: RememberedKeys,
    private readonly sign: 1 | -1,
  ) {
    const { nodeCount } = network;
    this.distance = new Float64Array(PARTS * nodeCount);
    this.reachedFrom = new Int32Array(nodeCount);
    this.#state = new Uint8Array(nodeCount);
    this.#areTiesKnown = new Uint8Array(nodeCount);
    this.#priority = new Float64Array(2 * nodeCount);
    this.#score = new Float64Array(2 * nodeCount);
    this.next = new Int32Array(nodeCount);
    this.#waiting = new NodesByDistance(2 * nodeCount, (a, b) => this.#isNearer(a, b));
  }

  begin(node: number, other: Wave, onMeeting: OnMeeting): void {
    this.reached.forEach((one) => (this.#state[one] = UNSEEN));
    this.reached.length = this.settled.length = 0;
    this.#waiting.clear();
    this.#other = other;
    this.#onMeeting = onMeeting;
    this.#farthestPriority = this.#farthestScore = Infinity;
    this.reached.push(node);
    this.reachedFrom[node] = NONE;
    this.distance.fill(0, PARTS * node, PARTS * (node + 1));
    this.#priority[node] = this.#score[node] = 0;
    this.#areTiesKnown[node] = 1;
    this.#state[node] = REACHED;
    this.#waiting.reach(node);
  }

  get isSpent(): boolean {
    return this.#waiting.length === 0;
  }

  isSettled(node: number): boolean {
    return this.#state[node] === SETTLED;
  }

  /** How near what waits is at least, in priority and in score. The wave must not be spent. */
  get nearestPriority(): number {
    return this.#priority[this.#waiting.first()]!;
  }

  get nearestScore(): number {
    return this.#score[this.#waiting.first()]!;
  }

  /** Has the wave take no notice of what is farther than a way that was found. */
  limit(length: Float64Array): void {
    this.#farthestPriority = length[PRIORITY]!;
    this.#farthestScore = length[SCORE]!;
  }

  /** Writes a distance: whatever is nearer than that is settled. The wave must not be spent. */
  writeRadius(radius: Float64Array): void {
    const first = this.#waiting.first();
    if (first < this.network.nodeCount) {
      this.#knowTies(first);
      radius.set(this.distance.subarray(PARTS * first, PARTS * (first + 1)));
    } else {
      radius.fill(0);
      radius[PRIORITY] = this.#priority[first]!;
      radius[SCORE] = this.#score[first]! - 1;
    }
  }

  /** Goes as far as what is nearest of all that waits. */
  advance(): void {
    const first = this.#waiting.take();
    const { nodeCount } = this.network;
    if (first >= nodeCount) {
      this.goOn(first - nodeCount);
    } else if (!this.isSettled(first)) {
      this.settle(first);
    }
  }

  /** Visits what is straight behind a node that has just been settled. */
  protected abstract visit(node: number): void;

  /** Visits further neighbours of a node, which has waited for that. */
  protected abstract goOn(node: number): void;

  protected settle(node: number): void {
    this.#knowTies(node);
    this.#state[node] = SETTLED;
    this.settled.push(node);
    this.visit(node);
  }

  /** Settles whoever is matched with a mentor. */
  protected visitMentees(node: number): void {
    const { matching, isPinned } = this.network;
    const mentor = node - this.network.mentorNode(0);
    for (let mentee = matching.firstOf(mentor); mentee !== NONE; mentee = matching.after(mentee)) {
      if (isPinned[mentee] === 0 && !this.network.isForbidden(mentee, mentor)) {
        this.settleMatched(mentee, node);
      }
    }
  }

  /** Settles the other person of a matched pair, which has no reduced cost. */
  protected settleMatched(node: number, from: number): void {
    if (this.#state[node] === SETTLED) {
      return;
    }
    if (this.#state[node] === UNSEEN) {
      this.reached.push(node);
    }
    this.distance.copyWithin(PARTS * node, PARTS * from, PARTS * (from + 1));
    this.#areTiesKnown[node] = 1;
    this.reachedFrom[node] = from;
    if (this.#other!.isSettled(node)) {
      this.#meetAt(node, from, this.distance.subarray(PARTS * node, PARTS * (node + 1)));
    }
    this.settle(node);
  }

  /**
   * Lets a settled node wait for further neighbours, given how near the next of them is at least.
   *
   * @returns whether it need not wait, since nothing else is nearer
   */
  protected waitFor(node: number, priority: number, score: number): boolean {
    if (priority === Infinity) {
      return false;
    }
    const first = this.#waiting.first();
    const [inPriority, inScore] = [
      this.distance[PARTS * node + PRIORITY]! + priority,
      this.distance[PARTS * node + SCORE]! + score,
    ];
    if (
      first !== NONE &&
      (inPriority < this.#priority[first]! ||
        (inPriority === this.#priority[first]! && inScore < this.#score[first]!))
    ) {
      return true;
    }
    return this.haltAt(node, priority, score);
  }

  /** Lets a settled node wait, whatever else does. @returns false */
  protected haltAt(node: number, priority: number, score: number): false {
    const waiting = this.network.nodeCount + node;
    this.#priority[waiting] = this.distance[PARTS * node + PRIORITY]! + priority;
    this.#score[waiting] = this.distance[PARTS * node + SCORE]! + score;
    this.#waiting.reach(waiting);
    return false;
  }

  /** Comes to a node from a settled one, by an arc of a certain cost. */
  protected reach(node: number, from: number, priorityCost: number, scoreCost: number): void {
    const { level } = this.network;
    if (level[node] !== level[from]) {
      return;
    }
    const priority = this.#via(node, from, PRIORITY, priorityCost);
    const score = this.#via(node, from, SCORE, scoreCost);
    if (this.#isTooFar(priority, score)) {
      return;
    }
    if (this.#other!.isSettled(node)) {
      this.#meet(node, from, priority, score);
    }
    if (this.#state[node] === SETTLED) {
      return;
    }
    const order = this.#via(node, from, ORDER_1, 0);
    const at = PARTS * node;
    const { distance } = this;
    if (this.#state[node] === REACHED) {
      const farther =
        priority - distance[at + PRIORITY]! ||
        score - distance[at + SCORE]! ||
        order - distance[at + ORDER_1]!;
      if (farther > 0 || (farther === 0 && !this.#areTiesNearer(node, from))) {
        return;
      }
    } else {
      this.#state[node] = REACHED;
      this.reached.push(node);
    }
    this.#priority[node] = distance[at + PRIORITY] = priority;
    this.#score[node] = distance[at + SCORE] = score;
    distance[at + ORDER_1] = order;
    this.#areTiesKnown[node] = 0;
    this.reachedFrom[node] = from;
    this.#waiting.reach(node);
  }

  /** Whether the other wave has been at a node. */
  protected isMet(node: number): boolean {
    return this.#other!.isSettled(node);
  }

  /** The settled node whose further neighbours are the nearest of all that waits, or {@link NONE}. */
  protected firstToGoOn(): number {
    return Math.max(NONE, this.#waiting.first() - this.network.nodeCount);
  }

  /**
   * Comes from a profession to those of it who can take a place, or give one up: to whoever has waited as long as those
   * at its price, or met the other wave, and to the rest later.
   */
  protected visitMembers(node: number, isRest: boolean): void {
    const { access, isPinned, prices } = this.network;
    let rest = Infinity;
    for (const mentee of access.members[node - this.network.professionNode(0)]!) {
      if (isPinned[mentee] === 0 && this.isCounted(mentee)) {
        const between = prices[PARTS * node + PRIORITY]! - prices[PARTS * mentee + PRIORITY]!;
        const farther = this.sign * (between - access.priority[mentee]!);
        if (isRest || farther === 0 || this.isMet(mentee)) {
          this.reach(mentee, node, -this.sign * access.priority[mentee]!, 0);
        } else {
          rest = Math.min(rest, farther);
        }
      }
    }
    if (this.waitFor(node, rest, -Infinity)) {
      this.visitMembers(node, true);
    }
  }

  /** Whether a mentee is behind its profession, as this wave goes. */
  protected abstract isCounted(mentee: number): boolean;

  /** How near the pair at a place of a list is at least, or past its end any other, prices having moved by so much. */
  protected static boundOf(
    { others, priority, score, endPriority, endScore }: NearList,
    place: number,
    movedPriority: number,
    movedScore: number,
  ): readonly [priority: number, score: number] {
    const isAtHand = place < others.length;
    const inPriority = movedPriority + (isAtHand ? (priority?.[place] ?? 0) : endPriority);
    const inScore = movedScore + (isAtHand ? score[place]! : endScore);
    // Nothing is nearer than not far at all.
    return inPriority < 0 || (inPriority === 0 && inScore < 0) ? [0, 0] : [inPriority, inScore];
  }

  /** Part of the distance of a node that is come to from another. */
  #via(node: number, from: number, part: number, cost: number): number {
    const { prices } = this.network;
    const between = prices[PARTS * from + part]! - prices[PARTS * node + part]!;
    return this.distance[PARTS * from + part]! + this.sign * between + cost;
  }

  #isTooFar(priority: number, score: number): boolean {
    return (
      priority > this.#farthestPriority ||
      (priority === this.#farthestPriority && score > this.#farthestScore)
    );
  }

  #meet(node: number, from: number, priority: number, score: number): void {
    const beyond = this.#other!.distance;
    if (this.#isTooFar(priority + beyond[PARTS * node + PRIORITY]!, score + beyond[PARTS * node + SCORE]!)) {
      return;
    }
    const met = this.#met;
    met[PRIORITY] = priority;
    met[SCORE] = score;
    met[ORDER_1] = this.#via(node, from, ORDER_1, 0);
    met.set(this.#tiesVia(node, from), TIE_1);
    this.#meetAt(node, from, met);
  }

  #meetAt(node: number, from: number, distance: Float64Array): void {
    const beyond = this.#other!.distance;
    this.#onMeeting(
      node,
      from,
      distance.map((part, at) => part + beyond[PARTS * node + at]!),
    );
  }

  /** Whether a node is nearer by its ties if it is come to from another. */
  #areTiesNearer(node: number, from: number): boolean {
    this.#knowTies(node);
    const at = PARTS * node;
    const { distance } = this;
    const [tie1, order2, tie2] = this.#tiesVia(node, from);
    return (
      (tie1 - distance[at + TIE_1]! || order2 - distance[at + ORDER_2]! || tie2 - distance[at + TIE_2]!) < 0
    );
  }

  #knowTies(node: number): void {
    if (this.#areTiesKnown[node] === 0) {
      this.distance.set(this.#tiesVia(node, this.reachedFrom[node]!), PARTS * node + TIE_1);
      this.#areTiesKnown[node] = 1;
    }
  }

  /** First key, second order and second key of the distance of a node that is come to from a settled one. */
  #tiesVia(node: number, from: number): readonly [number, number, number] {
    const { menteeCount } = this.network.instance;
    const [mentee, other] = [Math.min(node, from), Math.max(node, from)];
    const isPair = mentee < menteeCount && other < this.network.professionNode(0);
    const keys = isPair ? this.keys.of(mentee, other - menteeCount) : { first: 0, second: 0 };
    return [
      this.#via(node, from, TIE_1, keys.first),
      this.#via(node, from, ORDER_2, 0),
      this.#via(node, from, TIE_2, keys.second),
    ];
  }

  #isNearer(a: number, b: number): boolean {
    const [priorityOfA, priorityOfB] = [this.#priority[a]!, this.#priority[b]!];
    if (priorityOfA !== priorityOfB) {
      return priorityOfA < priorityOfB;
    }
    const [scoreOfA, scoreOfB] = [this.#score[a]!, this.#score[b]!];
    if (scoreOfA !== scoreOfB) {
      return scoreOfA < scoreOfB;
    }
    const { nodeCount } = this.network;
    if (a >= nodeCount || b >= nodeCount) {
      // What is behind may be at any distance that begins like this: it comes before nodes.
      return a >= nodeCount && (b < nodeCount || a < b);
    }
    const { distance } = this;
    const between = (part: number): number => distance[PARTS * a + part]! - distance[PARTS * b + part]!;
    const byOrder = between(ORDER_1);
    if (byOrder !== 0) {
      return byOrder < 0;
    }
    this.#knowTies(a);
    this.#knowTies(b);
    return (between(TIE_1) || between(ORDER_2) || between(TIE_2) || a - b) < 0;
  }
}
