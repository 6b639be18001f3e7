import { type Access, rateOf, type Shares } from './access';
import type { AlternatingSearch } from './alternating-search';
import { compareFractions } from './fraction';
import { type Matching, NONE } from './matching';
import { addCosts, compareCosts, NO_COST, type RankCost } from './rank-cost';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: RankCost;
}

/** The rung of coverage: it counts before every rate. */
const COVERAGE = 0;

/**
 * How matches can be exchanged between professions and groups, at the price that coverage, equity and priority set.
 *
 * Nodes are professions, groups and the source. An arc is something that can be done once: profession to profession hands
 * a place on through mentors, from somebody matched to somebody who is not; profession to group, and group to source,
 * gives a count back; the other way takes one up.
 *
 * A cycle of negative cost is an improvement; none is left exactly when coverage, both levels of equity, and then priority
 * are optimal.
 */
export class ExchangeGraph {
  readonly source: number;
  readonly nodeCount: number;
  /** The rung of priority in a price: the last one, after those of every rate. */
  readonly priorityRung: number;
  readonly #arcs: Arc[] = [];
  readonly #groupCost: StepCost;
  readonly #professionCost: StepCost;

  /** @param areCountsHeld whether every group and profession keeps the number that it has */
  constructor(
    private readonly access: Access,
    private readonly counts: { readonly groups: readonly number[]; readonly professions: readonly number[] },
    private readonly search: AlternatingSearch,
    areCountsHeld = false,
  ) {
    const { groups, professions } = access;
    this.source = this.groupNode(groups.names.length);
    this.nodeCount = this.source + 1;
    const first = rungsOf(groups, counts.groups, () => access.levelOne, COVERAGE + 1);
    const second = rungsOf(professions, counts.professions, (one) => access.rated[one]!, first.next);
    this.#groupCost = first.costOf;
    this.#professionCost = second.costOf;
    this.priorityRung = second.next;
    if (!areCountsHeld) {
      groups.asked.forEach((asked, group) => {
        this.#addCounted(this.source, this.groupNode(group), counts.groups[group]!, asked, (step) =>
          this.costOfGroup(group, step),
        );
      });
      professions.asked.forEach((asked, profession) => {
        const group = this.groupNode(access.groupOfProfession[profession]!);
        this.#addCounted(group, profession, counts.professions[profession]!, asked, (step) =>
          this.costOfProfession(profession, step),
        );
      });
    }
    professions.asked.forEach((asked, profession) => {
      if (counts.professions[profession]! < asked) {
        this.#addHandingOn(profession);
      }
    });
  }

  groupNode(group: number): number {
    return this.access.professions.names.length + group;
  }

  /** The price of matching one more of a group (`step` 1), or of giving one back (−1). */
  costOfGroup(group: number, step: 1 | -1): RankCost {
    const byRate = this.#groupCost(group, step);
    return this.access.covers ? [COVERAGE, -step, ...byRate] : byRate;
  }

  /** The price of taking up one more of a profession (`step` 1), or of giving one back (−1). */
  costOfProfession(profession: number, step: 1 | -1): RankCost {
    return this.#professionCost(profession, step);
  }

  /** The price of the arc between two nodes of which one counts the other's matches. */
  costBetween(from: number, to: number): RankCost {
    const professionCount = this.access.professions.names.length;
    const [counted, step] = [Math.min(from, to), from < to ? (-1 as const) : (1 as const)];
    return counted < professionCount
      ? this.costOfProfession(counted, step)
      : this.costOfGroup(counted - professionCount, step);
  }

  #addCounted(
    from: number,
    to: number,
    matched: number,
    asked: number,
    costOf: (step: 1 | -1) => RankCost,
  ): void {
    if (matched < asked) {
      this.#arcs.push({ from, to, cost: costOf(1) });
    }
    if (matched > 0) {
      this.#arcs.push({ from: to, to: from, cost: costOf(-1) });
    }
  }

  /** The price of matching a mentee (`step` 1), or of giving the match back (−1), by the mentee alone. */
  costOfMentee(mentee: number, step: 1 | -1): RankCost {
    const priority = this.access.priority[mentee]!;
    return priority === 0 ? NO_COST : [this.priorityRung, -step * priority];
  }

  /** The cheapest way to hand a place on from one profession to another: who comes by it, and who loses it. */
  bestHandingOn(from: number): ReadonlyMap<number, { readonly gains: number; readonly loses: number }> {
    const { priority, professionOf } = this.access;
    const best = new Map<number, { gains: number; loses: number; cost: number }>();
    this.search.reach(from, (loses, gains) => {
      const to = professionOf[loses]!;
      const cost = priority[loses]! - priority[gains]!;
      if (cost < (best.get(to)?.cost ?? Infinity)) {
        best.set(to, { gains, loses, cost });
      }
    });
    return best;
  }

  #addHandingOn(from: number): void {
    this.bestHandingOn(from).forEach(({ gains, loses }, to) => {
      const cost = addCosts(this.costOfMentee(gains, 1), this.costOfMentee(loses, -1));
      this.#arcs.push({ from, to, cost });
    });
  }

  /**
   * Bellman and Ford from everywhere at once.
   *
   * @returns the least cost of reaching each node, or the nodes of a cycle of negative cost, in order
   */
  leastCosts(): { readonly costs: readonly RankCost[] } | { readonly cycle: readonly number[] } {
    const costs: RankCost[] = Array.from({ length: this.nodeCount }, () => NO_COST);
    const parent = new Int32Array(this.nodeCount).fill(-1);
    for (let changed = true; changed;) {
      changed = false;
      for (const { from, to, cost } of this.#arcs) {
        const candidate = addCosts(costs[from]!, cost);
        if (compareCosts(candidate, costs[to]!) < 0) {
          costs[to] = candidate;
          parent[to] = from;
          changed = true;
        }
      }
      const cycle = cycleOfParents(parent);
      if (cycle !== undefined) {
        return { cycle };
      }
    }
    return { costs };
  }
}

/** What one step of a group or profession costs by its rate. */
type StepCost = (share: number, step: 1 | -1) => RankCost;

/**
 * Numbers the distinct rates that groups or professions have now or could have after one step, the lowest first.
 *
 * @param isRated whether a share has a rate at all
 * @param first the number of the lowest
 * @returns the price of a step, and the number after the highest
 */
function rungsOf(
  shares: Shares,
  matched: readonly number[],
  isRated: (share: number) => boolean,
  first: number,
): { readonly costOf: StepCost; readonly next: number } {
  const near = matched.flatMap((count, share) =>
    [-1, 0, 1]
      .filter((step) => isRated(share) && count + step >= 0 && count + step <= shares.asked[share]!)
      .map((step) => ({ share, step, rate: rateOf(shares, share, count + step) })),
  );
  near.sort((a, b) => compareFractions(...a.rate, ...b.rate));
  const rungs = new Map<number, number>();
  const keyOf = (share: number, step: number): number => 3 * share + step + 1;
  let rung = first - 1;
  near.forEach(({ share, step, rate }, at) => {
    if (at === 0 || compareFractions(...near[at - 1]!.rate, ...rate) !== 0) {
      rung++;
    }
    rungs.set(keyOf(share, step), rung);
  });
  const costOf: StepCost = (share, step) => {
    if (!isRated(share)) {
      return NO_COST;
    }
    const [before, after] = [rungs.get(keyOf(share, 0))!, rungs.get(keyOf(share, step))!];
    return step === 1 ? [before, -1, after, 1] : [after, 1, before, -1];
  };
  return { costOf, next: rung + 1 };
}

/** A cycle among parent pointers, in the direction of the arcs; it has negative cost. */
function cycleOfParents(parent: Int32Array): number[] | undefined {
  const seenFrom = new Int32Array(parent.length).fill(-1);
  for (let start = 0; start < parent.length; start++) {
    let node = start;
    while (node !== -1 && seenFrom[node] === -1) {
      seenFrom[node] = start;
      node = parent[node]!;
    }
    if (node !== -1 && seenFrom[node] === start) {
      const cycle = [node];
      for (let before = parent[node]!; before !== node; before = parent[before]!) {
        cycle.push(before);
      }
      return cycle.reverse();
    }
  }
  return undefined;
}

/**
 * Makes coverage, equity and priority exact: cancels cycles of negative cost until there is none.
 *
 * @param areCountsHeld whether every group and profession keeps the number that it has
 * @returns the exchange graph and its least costs at the optimum
 */
export function exchangeUntilBest(
  access: Access,
  matching: Matching,
  search: AlternatingSearch,
  areCountsHeld: boolean,
  onExchange: (done: number) => void,
): { readonly graph: ExchangeGraph; readonly costs: readonly RankCost[] } {
  search.recallAll();
  for (let exchanges = 0; ;) {
    const graph = new ExchangeGraph(access, access.count(matching), search, areCountsHeld);
    const found = graph.leastCosts();
    if ('costs' in found) {
      return { graph, costs: found.costs };
    }
    exchangeAlong(found.cycle, graph, access, matching, search);
    onExchange(++exchanges);
  }
}

/** A node on a cycle, and what happens there: a mentee takes a place of a mentor, or gives up the one it has. */
export interface Step {
  readonly node: string;
  /** Of going on from the node. */
  readonly cost: RankCost;
  readonly apply?: () => void;
}

function exchangeAlong(
  cycle: readonly number[],
  graph: ExchangeGraph,
  access: Access,
  matching: Matching,
  search: AlternatingSearch,
): void {
  const professionCount = access.professions.names.length;
  const steps = cycle.flatMap((from, at) => {
    const to = cycle[(at + 1) % cycle.length]!;
    return Math.max(from, to) < professionCount
      ? handingOn(from, to, graph, matching, search)
      : [{ node: `hub ${from}`, cost: graph.costBetween(from, to) }];
  });
  for (const { apply } of withoutRepeats(steps)) {
    apply?.();
  }
}

/** How an unmatched mentee of one profession comes by a place, and a matched one of another loses it. */
function handingOn(
  from: number,
  to: number,
  graph: ExchangeGraph,
  matching: Matching,
  search: AlternatingSearch,
): Step[] {
  const { gains, loses } = graph.bestHandingOn(from).get(to)!;
  const path = search.pathTo(loses);
  const places = path.map((mentee) => matching.mentorOf[mentee]!);
  const steps = path.flatMap((mentee, at): Step[] => {
    const place = places[at + 1] ?? NONE;
    const takes = { node: `mentee ${mentee}`, apply: () => matching.assign(mentee, place) };
    return place === NONE
      ? [{ ...takes, cost: graph.costOfMentee(loses, -1) }]
      : [
          { ...takes, cost: NO_COST },
          { node: `mentor ${place}`, cost: NO_COST },
        ];
  });
  return [{ node: `hub ${from}`, cost: graph.costOfMentee(gains, 1) }, ...steps];
}

/**
 * A closed walk of negative cost may pass a node twice, and then cannot be walked as a whole. Cut at the repeated
 * node it falls into shorter closed walks, of which one at least has negative cost: that one is kept.
 */
export function withoutRepeats(walk: readonly Step[]): Step[] {
  const kept: Step[] = [];
  const positionOf = new Map<string, number>();
  for (const step of walk) {
    const at = positionOf.get(step.node);
    if (at !== undefined) {
      const loop = kept.splice(at);
      if (
        compareCosts(
          loop.reduce((sum, { cost }) => addCosts(sum, cost), NO_COST),
          NO_COST,
        ) < 0
      ) {
        return loop;
      }
      loop.forEach(({ node }) => positionOf.delete(node));
    }
    positionOf.set(step.node, kept.length);
    kept.push(step);
  }
  return kept;
}
