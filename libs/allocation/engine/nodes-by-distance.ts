import { NONE } from './matching';

/** Nodes on their way out of a search, the nearest first. */
export class NodesByDistance {
  /** A heap: nothing is nearer than what stands at half its place. */
  readonly #heap: Int32Array;
  /** By node, its place in the heap, or {@link NONE}. */
  readonly #placeOf: Int32Array;
  length = 0;

  /** @param isNearer a strict order of nodes; nothing may change in it but a node that comes nearer, in step with {@link reach} */
  constructor(
    nodes: number,
    private readonly isNearer: (a: number, b: number) => boolean,
  ) {
    this.#heap = new Int32Array(nodes);
    this.#placeOf = new Int32Array(nodes).fill(NONE);
  }

  /** Takes a node in, or nearer to the front, at the distance that it has now. */
  reach(node: number): void {
    const place = this.#placeOf[node]!;
    this.#rise(node, place === NONE ? this.length++ : place);
  }

  /** The nearest, which stays, or {@link NONE}. */
  first(): number {
    return this.length === 0 ? NONE : this.#heap[0]!;
  }

  /** Takes the nearest out. */
  take(): number {
    const nearest = this.#heap[0]!;
    this.#placeOf[nearest] = NONE;
    const last = this.#heap[--this.length]!;
    if (this.length > 0) {
      this.#sink(last);
    }
    return nearest;
  }

  clear(): void {
    for (let place = 0; place < this.length; place++) {
      this.#placeOf[this.#heap[place]!] = NONE;
    }
    this.length = 0;
  }

  #rise(node: number, from: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.isNearer(node, this.#heap[above]!)) {
        break;
      }
      this.#put(this.#heap[above]!, place);
      place = above;
    }
    this.#put(node, place);
  }

  #sink(node: number): void {
    let place = 0;
    for (let below = 1; below < this.length; below = 2 * place + 1) {
      if (below + 1 < this.length && this.isNearer(this.#heap[below + 1]!, this.#heap[below]!)) {
        below++;
      }
      if (!this.isNearer(this.#heap[below]!, node)) {
        break;
      }
      this.#put(this.#heap[below]!, place);
      place = below;
    }
    this.#put(node, place);
  }

  #put(node: number, place: number): void {
    this.#heap[place] = node;
    this.#placeOf[node] = place;
  }
}
