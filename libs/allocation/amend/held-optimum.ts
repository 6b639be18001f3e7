import type { Instance } from '../engine/instance';
import { NONE } from '../engine/matching';
import type { CertifiedAllocation } from '../problem';
import { HeldNetwork } from './held-network';
import { priceMentees } from './mentee-prices';
import { NearPairs } from './near-pairs';
import { PARTS } from './price-parts';
import { RememberedKeys } from './remembered-keys';
import { ShortestWay } from './shortest-way';

/** A mentee whose mentor changes, by the engine's numbers; {@link NONE} is nobody. */
export interface Move {
  readonly mentee: number;
  readonly from: number;
  readonly to: number;
}

/** What one decision changed, to be taken back. */
interface Change {
  readonly moves: readonly Move[];
  /** Nodes whose prices moved, and beside each what they had been, part by part. */
  readonly nodes: readonly number[];
  readonly prices: Float64Array;
  readonly takeBack: () => void;
  /** How often near pairs had been read before it. */
  readonly timesRead: number;
}

/**
 * The best matching at held counts, kept the best one while pairs are forbidden and pinned one after the other. What a
 * decision takes away is one unit of flow, and the shortest way through what may change brings it back (as in successive
 * shortest paths: Edmonds and Karp 1972). Prices move where the search has been, so that they
 * prove the next matching as they did the one before.
 */
export class HeldOptimum {
  readonly network: HeldNetwork;
  readonly #pairs: NearPairs;
  readonly #way: ShortestWay;
  readonly #changes: Change[] = [];

  /** @throws RangeError where the result is not one of the problem */
  constructor(
    instance: Instance,
    result: CertifiedAllocation,
    keys: RememberedKeys,
    onMentee: (mentee: number) => void,
  ) {
    this.network = new HeldNetwork(instance, result);
    priceMentees(this.network, keys, onMentee);
    this.#pairs = new NearPairs(this.network);
    this.#way = new ShortestWay(this.network, this.#pairs, keys);
  }

  scoreOf(mentee: number, mentor: number): number {
    return this.#pairs.scoreOf(mentee, mentor);
  }

  /** @returns who moves; undefined, and nothing has changed, where no matching has these counts without the pair */
  forbid(mentee: number, mentor: number): readonly Move[] | undefined {
    const { network } = this;
    const wasForbidden = network.isForbidden(mentee, mentor);
    network.forbid(mentee, mentor);
    const takeBack = (): void => {
      if (!wasForbidden) {
        network.allow(mentee, mentor);
      }
    };
    return network.matching.mentorOf[mentee] === mentor
      ? this.#exchange(mentee, network.mentorNode(mentor), [], takeBack)
      : this.#keep([], takeBack);
  }

  /** @returns who moves; undefined, and nothing has changed, where no matching has these counts and the pair */
  pin(mentee: number, mentor: number): readonly Move[] | undefined {
    const { network } = this;
    const from = network.matching.mentorOf[mentee]!;
    network.isPinned[mentee] = 1;
    const takeBack = (): void => {
      network.isPinned[mentee] = 0;
    };
    if (from === mentor) {
      return this.#keep([], takeBack);
    }
    const profession = network.professionNode(network.access.professionOf[mentee]!);
    const end = from === NONE ? profession : network.mentorNode(from);
    return this.#exchange(network.mentorNode(mentor), end, [{ mentee, from, to: mentor }], takeBack);
  }

  /** Takes the last decision back that changed anything. @returns who had moved */
  undo(): readonly Move[] {
    const { moves, nodes, prices, takeBack, timesRead } = this.#changes.pop()!;
    for (const { mentee, from } of moves) {
      this.network.matching.assign(mentee, from);
    }
    nodes.forEach((node, at) =>
      this.network.prices.set(prices.subarray(PARTS * at, PARTS * (at + 1)), PARTS * node),
    );
    takeBack();
    this.#pairs.followAll();
    if (timesRead !== this.#pairs.timesRead) {
      // What was decided was left out of them.
      this.#pairs.expire();
    }
    return moves;
  }

  #exchange(
    start: number,
    end: number,
    first: readonly Move[],
    takeBack: () => void,
  ): readonly Move[] | undefined {
    const { timesRead } = this.#pairs;
    const way = this.#way.find(start, end);
    if (way === undefined) {
      takeBack();
      return undefined;
    }
    const moves = [...first, ...this.#movesOn(way)];
    for (const { mentee, to } of moves) {
      this.network.matching.assign(mentee, to);
    }
    return this.#keep(moves, takeBack, { ...this.#movePrices(), timesRead });
  }

  #keep(
    moves: readonly Move[],
    takeBack: () => void,
    moved: Pick<Change, 'nodes' | 'prices' | 'timesRead'> = {
      nodes: [],
      prices: new Float64Array(0),
      timesRead: this.#pairs.timesRead,
    },
  ): readonly Move[] {
    this.#changes.push({ moves, takeBack, ...moved });
    return moves;
  }

  /** Whoever is on the way goes to the mentor who comes next, or gives their place up. */
  #movesOn(way: readonly number[]): Move[] {
    const { instance, matching } = this.network;
    return way.flatMap((node, at) => {
      if (node >= instance.menteeCount) {
        return [];
      }
      const next = way[at + 1]!;
      const to = next < this.network.professionNode(0) ? next - instance.menteeCount : NONE;
      return [{ mentee: node, from: matching.mentorOf[node]!, to }];
    });
  }

  #movePrices(): Pick<Change, 'nodes' | 'prices'> {
    const { prices } = this.network;
    const nodes: number[] = [];
    const before: number[] = [];
    this.#way.forEachMove((node, by) => {
      nodes.push(node);
      for (let part = 0; part < PARTS; part++) {
        before.push(prices[PARTS * node + part]!);
        prices[PARTS * node + part]! += by[part]!;
      }
      this.#pairs.follow(node);
    });
    return { nodes, prices: Float64Array.from(before) };
  }
}
