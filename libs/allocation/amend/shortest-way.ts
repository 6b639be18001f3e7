import { NONE } from '../engine/matching';
import { BackwardWave } from './backward-wave';
import { ForwardWave } from './forward-wave';
import type { HeldNetwork } from './held-network';
import type { NearPairs } from './near-pairs';
import { PARTS, PRIORITY, SCORE } from './price-parts';
import type { RememberedKeys } from './remembered-keys';
import type { Wave } from './wave';

/**
 * The shortest way from one node to another through what may change, searched from both ends: two waves of half the
 * radius reach far fewer nodes than one (bidirectional search: Pohl 1971).
 */
export class ShortestWay {
  readonly #forward: ForwardWave;
  readonly #backward: BackwardWave;
  readonly #radius = new Float64Array(PARTS);
  readonly #radiusBack = new Float64Array(PARTS);
  /** The shortest way that was found: its length, and where it goes over from one wave to the other. */
  readonly #length = new Float64Array(PARTS);
  #over: readonly [before: number, after: number] | undefined;

  constructor(
    private readonly network: HeldNetwork,
    private readonly pairs: NearPairs,
    keys: RememberedKeys,
  ) {
    this.#forward = new ForwardWave(network, pairs, keys);
    this.#backward = new BackwardWave(network, pairs, keys);
  }

  /** @returns the nodes of the shortest way, from its start to its end; undefined where there is none */
  find(start: number, end: number): readonly number[] | undefined {
    this.#over = undefined;
    if (this.network.level[start] !== this.network.level[end]) {
      return undefined;
    }
    this.pairs.refresh();
    const [forward, backward] = [this.#forward, this.#backward];
    forward.begin(start, backward, (node, from, length) => this.#take(length, from, node));
    backward.begin(end, forward, (node, from, length) => this.#take(length, node, from));
    while (!forward.isSpent && !backward.isSpent && !this.#isShortest()) {
      const isForward = backward.isHalted || forward.settled.length <= backward.settled.length;
      (isForward ? forward : backward).advance();
    }
    return this.#nodes();
  }

  /**
   * After a way was found: by how much the prices of nodes are to move so that it costs nothing, and nothing costs less
   * than nothing. What is near the start falls, and what is near the end rises.
   */
  forEachMove(visit: (node: number, by: Float64Array) => void): void {
    const [forward, backward] = [this.#forward, this.#backward];
    const fall = this.#length.slice();
    if (!forward.isSpent) {
      forward.writeRadius(this.#radius);
      if (backward.isSpent) {
        fall.fill(0);
      } else if (compare(this.#radius, 0, fall, 0) < 0) {
        fall.set(this.#radius);
      }
    }
    const rise = this.#length.map((part, at) => part - fall[at]!);
    const by = new Float64Array(PARTS);
    const move = ({ settled, distance }: Wave, radius: Float64Array, sign: 1 | -1): void => {
      for (const node of settled) {
        if (compare(distance, PARTS * node, radius, 0) < 0) {
          by.forEach((_, part) => (by[part] = sign * (radius[part]! - distance[PARTS * node + part]!)));
          visit(node, by);
        }
      }
    };
    move(forward, fall, -1);
    move(backward, rise, 1);
  }

  #take(length: Float64Array, before: number, after: number): void {
    if (this.#over === undefined || compare(length, 0, this.#length, 0) < 0) {
      this.#length.set(length);
      this.#over = [before, after];
      this.#forward.limit(length);
      this.#backward.limit(length);
    }
  }

  /** Whether no way can be shorter than the one that was found. */
  #isShortest(): boolean {
    if (this.#over === undefined) {
      return false;
    }
    const [forward, backward] = [this.#forward, this.#backward];
    const ahead =
      this.#length[PRIORITY]! - forward.nearestPriority - backward.nearestPriority ||
      this.#length[SCORE]! - forward.nearestScore - backward.nearestScore;
    if (ahead > 0) {
      return false;
    }
    forward.writeRadius(this.#radius);
    backward.writeRadius(this.#radiusBack);
    this.#radius.forEach((part, at) => (this.#radiusBack[at]! += part));
    if (compare(this.#radiusBack, 0, this.#length, 0) < 0) {
      return false;
    }
    forward.lookBeyond(this.#length);
    return true;
  }

  /** Waves may have crossed: what a way goes twice over is left out, since it leads nowhere at no cost. */
  #nodes(): readonly number[] | undefined {
    if (this.#over === undefined) {
      return undefined;
    }
    const [before, after] = this.#over;
    const nodes: number[] = [];
    const add = (node: number): void => {
      const at = nodes.indexOf(node);
      nodes.splice(at === NONE ? nodes.length : at, Infinity, node);
    };
    const back: number[] = [];
    for (let node = before; node !== NONE; node = this.#forward.reachedFrom[node]!) {
      back.push(node);
    }
    back.reverse().forEach(add);
    for (let node = after; node !== NONE; node = this.#backward.reachedFrom[node]!) {
      add(node);
    }
    return nodes;
  }
}

/** Negative where the first is less, part by part. */
function compare(a: Float64Array, firstOfA: number, b: Float64Array, firstOfB: number): number {
  for (let part = 0; part < PARTS; part++) {
    const [left, right] = [a[firstOfA + part]!, b[firstOfB + part]!];
    if (left !== right) {
      return left < right ? -1 : 1;
    }
  }
  return 0;
}
