/** Room for as much flow as there will ever be. */
export const UNBOUNDED = 1 << 29;

/** A phase divides the permitted error by this. */
const SCALING = 12;
/** A path this long is augmented even where it has reached no deficit. */
const LONGEST_PATH = 4;
/** So many paths are augmented in a few milliseconds. */
const STEPS_AT_ONCE = 4096;
/** So many arcs are laid out in a few milliseconds. */
const ARCS_AT_ONCE = 131_072;
/** Farther than this from any deficit, a node is lifted as far as this. */
const FARTHEST_PER_NODE = 3;

/**
 * A network with a circulation in it, to be made one of least cost.
 *
 * Arcs are added first, each with its present flow. Every arc is two edges, one along it and one back.
 */
export class CirculationBuilder {
  count = 0;
  from: Int32Array;
  to: Int32Array;
  capacity: Int32Array;
  flow: Int32Array;
  cost: Float64Array;

  /** @param room arcs for which there is room from the start; it grows */
  constructor(
    readonly nodeCount: number,
    room = 1024,
  ) {
    this.from = new Int32Array(room);
    this.to = new Int32Array(room);
    this.capacity = new Int32Array(room);
    this.flow = new Int32Array(room);
    this.cost = new Float64Array(room);
  }

  /** @returns the number of the arc */
  add(from: number, to: number, capacity: number, flow: number, cost: number): number {
    if (this.count === this.from.length) {
      const room = 2 * this.count;
      this.from = grown(this.from, new Int32Array(room));
      this.to = grown(this.to, new Int32Array(room));
      this.capacity = grown(this.capacity, new Int32Array(room));
      this.flow = grown(this.flow, new Int32Array(room));
      this.cost = grown(this.cost, new Float64Array(room));
    }
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.capacity[this.count] = capacity;
    this.flow[this.count] = flow;
    this.cost[this.count] = cost;
    return this.count++;
  }
}

/** Copies what there is into something larger. */
export function grown<Numbers extends Int32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

/**
 * Cost scaling by partial augmentation and relabelling with global updates (Goldberg 1997; Király and Kovács 2012).
 *
 * Everything is an integer: costs are multiplied by one more than the number of nodes, so that a circulation which is
 * optimal up to an error of 1 is optimal; exact potentials in the original costs follow from it.
 *
 * Costs too large for that are refused with a RangeError.
 *
 * Arcs of {@link UNBOUNDED} capacity may only leave nodes below `sources`, each of which holds at most one unit.
 */
export class Circulation {
  readonly #nodeCount: number;
  readonly #sources: number;
  /** Edges of node `v` stand at `first[v]` up to `first[v + 1]`. */
  readonly #first: Int32Array;
  readonly #target: Int32Array;
  readonly #residual: Int32Array;
  readonly #cost: Float64Array;
  readonly #twin: Int32Array;
  readonly #edgeOfArc: Int32Array;
  readonly #potential: Float64Array;
  /** What flows in beyond what flows out; many large capacities together can pass 32 bits. */
  readonly #excess: Float64Array;
  readonly #current: Int32Array;
  readonly #scale: number;
  readonly #distance: Int32Array;
  readonly #buckets: Buckets;

  /** @param onWork called many times a second; what it throws ends the work */
  constructor(
    arcs: CirculationBuilder,
    sources: number,
    private readonly onWork: () => void = () => undefined,
  ) {
    const { count } = arcs;
    this.#nodeCount = arcs.nodeCount;
    this.#sources = sources;
    this.#scale = arcs.nodeCount + 1;
    this.#first = new Int32Array(arcs.nodeCount + 1);
    this.#target = new Int32Array(2 * count);
    this.#residual = new Int32Array(2 * count);
    this.#cost = new Float64Array(2 * count);
    this.#twin = new Int32Array(2 * count);
    this.#edgeOfArc = new Int32Array(count);
    this.#potential = new Float64Array(arcs.nodeCount);
    this.#excess = new Float64Array(arcs.nodeCount);
    this.#current = new Int32Array(arcs.nodeCount);
    this.#distance = new Int32Array(arcs.nodeCount);
    this.#buckets = new Buckets(arcs.nodeCount, FARTHEST_PER_NODE * arcs.nodeCount);
    for (let arc = 0; arc < count; arc++) {
      this.#first[arcs.from[arc]! + 1]!++;
      this.#first[arcs.to[arc]! + 1]!++;
    }
    for (let node = 0; node < arcs.nodeCount; node++) {
      this.#first[node + 1]! += this.#first[node]!;
    }
    const next = this.#first.slice();
    for (let arc = 0; arc < count; arc++) {
      if (arc % ARCS_AT_ONCE === 0) {
        this.onWork();
      }
      const capacity = arcs.capacity[arc]!;
      const along = next[arcs.from[arc]!]!++;
      const back = next[arcs.to[arc]!]!++;
      this.#target[along] = arcs.to[arc]!;
      this.#target[back] = arcs.from[arc]!;
      this.#residual[along] = capacity === UNBOUNDED ? UNBOUNDED : capacity - arcs.flow[arc]!;
      this.#residual[back] = arcs.flow[arc]!;
      this.#cost[along] = arcs.cost[arc]! * this.#scale;
      this.#cost[back] = -arcs.cost[arc]! * this.#scale;
      this.#twin[along] = back;
      this.#twin[back] = along;
      this.#edgeOfArc[arc] = along;
    }
    requireExact(this.#cost);
  }

  flowOn(arc: number): number {
    return this.#residual[this.#twin[this.#edgeOfArc[arc]!]!]!;
  }

  /**
   * Makes the circulation one of least cost.
   *
   * @param potentials where to start from, in original costs: the less the present flow errs against them, the better
   * @param tolerance how far below zero a reduced cost may be left, in original costs; 0 for a circulation of least cost
   */
  minimise(potentials: Float64Array, tolerance = 0): void {
    for (let node = 0; node < this.#nodeCount; node++) {
      this.#potential[node] = potentials[node]! * this.#scale;
    }
    requireExact(this.#potential);
    const permitted = Math.max(1, Math.floor(tolerance * this.#scale));
    this.onWork();
    const largest = this.#largestError();
    this.onWork();
    for (let error = largest; error > permitted || error === 1;) {
      error = Math.max(permitted, (error - (error % SCALING)) / SCALING);
      this.#refine(error);
      if (error === permitted) {
        break;
      }
    }
  }

  /** How far below zero the reduced cost of an edge with room is, at most. */
  #largestError(): number {
    let worst = 0;
    for (let node = 0; node < this.#nodeCount; node++) {
      for (let edge = this.#first[node]!; edge < this.#first[node + 1]!; edge++) {
        if (this.#residual[edge]! > 0) {
          worst = Math.max(worst, -this.#reduced(edge, node));
        }
      }
    }
    return worst;
  }

  #refine(error: number): void {
    const queue = this.#breakEven();
    this.onWork();
    let steps = 0;
    let relabels = 0;
    let updateAt = this.#nodeCount;
    const path = new Int32Array(LONGEST_PATH);
    const onPath = new Uint8Array(this.#target.length);
    while (queue.length > 0) {
      const start = queue.take();
      if (steps++ % STEPS_AT_ONCE === 0) {
        this.onWork();
      }
      if (this.#excess[start]! <= 0) {
        continue;
      }
      let [length, tip] = [0, start];
      while (length < LONGEST_PATH && this.#excess[tip]! >= 0) {
        const edge = this.#admissible(tip);
        if (edge === -1) {
          relabels++;
          this.#relabel(tip, error, length === 0 ? -1 : this.#twin[path[length - 1]!]!);
          if (length > 0) {
            const back = path[--length]!;
            onPath[back] = 0;
            tip = this.#target[this.#twin[back]!]!;
          }
          continue;
        }
        if (onPath[edge] === 1) {
          break;
        }
        onPath[edge] = 1;
        path[length++] = edge;
        tip = this.#target[edge]!;
      }
      for (let at = 0, node = start; at < length; at++) {
        const edge = path[at]!;
        onPath[edge] = 0;
        const pushed = Math.min(this.#residual[edge]!, this.#excess[node]!);
        this.#push(edge, node, pushed);
        node = this.#target[edge]!;
        if (this.#excess[node]! > 0) {
          queue.add(node);
        }
      }
      if (this.#excess[start]! > 0) {
        queue.add(start);
      }
      if (relabels >= updateAt && queue.length > 0) {
        this.onWork();
        this.#updateGlobally(error);
        updateAt = relabels + this.#nodeCount;
      }
    }
    requireExact(this.#potential);
  }

  /** Removes every edge of negative reduced cost by lifting sources or by filling it, and queues who then has excess. */
  #breakEven(): NodeQueue {
    for (let node = 0; node < this.#sources; node++) {
      let lift = 0;
      for (let edge = this.#first[node]!; edge < this.#first[node + 1]!; edge++) {
        if (this.#residual[edge]! >= UNBOUNDED / 2) {
          lift = Math.min(lift, this.#reduced(edge, node));
        }
      }
      this.#potential[node]! -= lift;
    }
    for (let node = 0; node < this.#nodeCount; node++) {
      for (let edge = this.#first[node]!; edge < this.#first[node + 1]!; edge++) {
        if (this.#residual[edge]! > 0 && this.#reduced(edge, node) < 0) {
          this.#push(edge, node, this.#residual[edge]!);
        }
      }
    }
    const queue = new NodeQueue(this.#nodeCount);
    for (let node = 0; node < this.#nodeCount; node++) {
      this.#current[node] = this.#first[node]!;
      if (this.#excess[node]! > 0) {
        queue.add(node);
      }
    }
    return queue;
  }

  #reduced(edge: number, from: number): number {
    return this.#cost[edge]! + this.#potential[from]! - this.#potential[this.#target[edge]!]!;
  }

  #push(edge: number, from: number, amount: number): void {
    const twin = this.#twin[edge]!;
    const target = this.#target[edge]!;
    // An unbounded edge stays so whatever flows along it.
    if (this.#residual[edge]! < UNBOUNDED / 2) {
      this.#residual[edge]! -= amount;
    }
    if (this.#residual[twin]! < UNBOUNDED / 2) {
      this.#residual[twin]! += amount;
    }
    this.#excess[from]! -= amount;
    this.#excess[target]! += amount;
  }

  /** The next edge of a node on which flow gets cheaper, or −1 after the last. */
  #admissible(node: number): number {
    const end = this.#first[node + 1]!;
    const own = this.#potential[node]!;
    for (let edge = this.#current[node]!; edge < end; edge++) {
      if (this.#residual[edge]! > 0 && this.#cost[edge]! + own < this.#potential[this.#target[edge]!]!) {
        this.#current[node] = edge;
        return edge;
      }
    }
    return -1;
  }

  /** Lowers a node's potential until an edge becomes admissible; `arrived` is the way back, which then must not be it. */
  #relabel(node: number, error: number, arrived: number): void {
    let least = Infinity;
    for (let edge = this.#first[node]!; edge < this.#first[node + 1]!; edge++) {
      if (this.#residual[edge]! > 0) {
        least = Math.min(least, this.#reduced(edge, node));
      }
    }
    if (arrived !== -1) {
      least = Math.min(least, this.#reduced(arrived, node));
    }
    this.#potential[node]! -= least + error;
    this.#current[node] = this.#first[node]!;
  }

  /** Lowers all potentials at once by how far, in steps of the permitted error, each node is from a deficit. */
  #updateGlobally(error: number): void {
    const farthest = FARTHEST_PER_NODE * this.#nodeCount;
    const distance = this.#distance.fill(farthest);
    const buckets = this.#buckets;
    buckets.clear();
    let active = 0;
    for (let node = 0; node < this.#nodeCount; node++) {
      if (this.#excess[node]! < 0) {
        distance[node] = 0;
        buckets.add(node, 0);
      } else if (this.#excess[node]! > 0) {
        active++;
      }
    }
    let reached = 0;
    for (; reached < farthest && active > 0; reached++) {
      for (let node = buckets.take(reached); node !== -1; node = buckets.take(reached)) {
        if (this.#excess[node]! > 0) {
          active--;
        }
        for (let edge = this.#first[node]!; edge < this.#first[node + 1]!; edge++) {
          const into = this.#twin[edge]!;
          const from = this.#target[edge]!;
          if (this.#residual[into]! > 0 && distance[from]! > reached) {
            const reduced = this.#reduced(into, from);
            // As often as the permitted error fits, and once more.
            const far = reduced < 0 ? reached : reached + (reduced - (reduced % error)) / error + 1;
            if (far < distance[from]!) {
              if (distance[from]! < farthest) {
                buckets.remove(from, distance[from]!);
              }
              distance[from] = far;
              buckets.add(from, far);
            }
          }
        }
      }
    }
    for (let node = 0; node < this.#nodeCount; node++) {
      const steps = Math.min(distance[node]!, reached);
      if (steps > 0) {
        this.#potential[node]! -= error * steps;
        this.#current[node] = this.#first[node]!;
      }
    }
  }

  /** Potentials in original costs, to the nearest whole number: after a circulation of least cost but for a tolerance. */
  roundedPotentials(): Float64Array {
    return this.#potential.map((scaled) => Math.round(scaled / this.#scale));
  }

  /**
   * Exact potentials in original costs: no edge with room has a negative reduced cost, and an edge of unbounded
   * capacity that carries flow has none at all. Found by correcting the scaled ones, which are at most 1 off.
   */
  exactPotentials(): Float64Array {
    const exact = this.#potential.map((scaled) => Math.floor(scaled / this.#scale));
    const cost = this.#cost.map((scaled) => scaled / this.#scale);
    const queue = new NodeQueue(this.#nodeCount);
    for (let node = 0; node < this.#nodeCount; node++) {
      queue.add(node);
    }
    for (let steps = 0; queue.length > 0; steps++) {
      if (steps % STEPS_AT_ONCE === 0) {
        this.onWork();
      }
      const node = queue.take();
      for (let edge = this.#first[node]!; edge < this.#first[node + 1]!; edge++) {
        const target = this.#target[edge]!;
        if (this.#residual[edge]! > 0 && cost[edge]! + exact[node]! < exact[target]!) {
          exact[target] = cost[edge]! + exact[node]!;
          queue.add(target);
        }
      }
    }
    return exact;
  }
}

/** Sums of a few of these must still be integers that a number holds exactly. */
function requireExact(values: Float64Array): void {
  if (!values.every((value) => Math.abs(value) < Number.MAX_SAFE_INTEGER / 4)) {
    throw new RangeError('the costs of this problem are too large to be compared exactly');
  }
}

/** First in, first out, each node at most once. */
class NodeQueue {
  readonly #ring: Int32Array;
  readonly #waiting: Uint8Array;
  #head = 0;
  length = 0;

  constructor(nodes: number) {
    this.#ring = new Int32Array(Math.max(nodes, 1));
    this.#waiting = new Uint8Array(nodes);
  }

  add(node: number): void {
    if (this.#waiting[node] === 0) {
      this.#waiting[node] = 1;
      this.#ring[(this.#head + this.length++) % this.#ring.length] = node;
    }
  }

  take(): number {
    const node = this.#ring[this.#head]!;
    this.#head = (this.#head + 1) % this.#ring.length;
    this.length--;
    this.#waiting[node] = 0;
    return node;
  }
}

/** Nodes by distance, each in a doubly linked list. */
class Buckets {
  readonly #first: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  constructor(nodes: number, distances: number) {
    this.#first = new Int32Array(distances + 1);
    this.#next = new Int32Array(nodes);
    this.#previous = new Int32Array(nodes);
  }

  clear(): void {
    this.#first.fill(-1);
  }

  add(node: number, distance: number): void {
    const first = this.#first[distance]!;
    this.#next[node] = first;
    this.#previous[node] = -1;
    if (first !== -1) {
      this.#previous[first] = node;
    }
    this.#first[distance] = node;
  }

  remove(node: number, distance: number): void {
    const [next, previous] = [this.#next[node]!, this.#previous[node]!];
    if (previous === -1) {
      this.#first[distance] = next;
    } else {
      this.#next[previous] = next;
    }
    if (next !== -1) {
      this.#previous[next] = previous;
    }
  }

  /** Removes and returns a node at a distance, or −1. */
  take(distance: number): number {
    const node = this.#first[distance]!;
    if (node !== -1) {
      this.remove(node, distance);
    }
    return node;
  }
}
