import { type Access, rateOf, type Shares } from './access';
import type { AlternatingSearch } from './alternating-search';
import { compareFractions } from './fraction';
import type { Matching } from './matching';
import { addCosts, compareCosts, NO_COST, type RankCost } from './rank-cost';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: RankCost;
}

/** The rung of coverage: it counts before every rate. */
const COVERAGE = 0;

/**
 * How counts can be exchanged between professions and groups, at the price that coverage and equity set.
 *
 * Nodes are professions, groups and the source. An arc is something that can be done once: profession to profession hands
 * a place on through mentors; profession to group, and group to source, gives a count back; the other way takes one up.
 *
 * A cycle of negative cost is an improvement; none is left exactly when coverage, level 1 and level 2 are optimal.
 */
export class ExchangeGraph {
  readonly source: number;
  readonly nodeCount: number;
  readonly #arcs: Arc[] = [];
  readonly #groupCost: StepCost;
  readonly #professionCost: StepCost;

  constructor(
    private readonly access: Access,
    private readonly counts: { readonly groups: readonly number[]; readonly professions: readonly number[] },
    private readonly search: AlternatingSearch,
  ) {
    const { groups, professions } = access;
    this.source = this.groupNode(groups.names.length);
    this.nodeCount = this.source + 1;
    const first = rungsOf(groups, counts.groups, () => access.levelOne, COVERAGE + 1);
    const second = rungsOf(professions, counts.professions, (one) => access.rated[one]!, first.next);
    this.#groupCost = first.costOf;
    this.#professionCost = second.costOf;
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

  /** The price of the arc between two nodes. */
  costBetween(from: number, to: number): RankCost {
    const professionCount = this.access.professions.names.length;
    const [counted, step] = [Math.min(from, to), from < to ? (-1 as const) : (1 as const)];
    if (Math.max(from, to) < professionCount) {
      return NO_COST;
    }
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

  #addHandingOn(profession: number): void {
    const reached = new Set<number>();
    this.search.reach(profession, (displaced) => reached.add(this.access.professionOf[displaced]!));
    reached.forEach((to) => this.#arcs.push({ from: profession, to, cost: NO_COST }));
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
 * Makes coverage and equity exact: cancels cycles of negative cost until there is none.
 *
 * @returns the exchange graph and its least costs at the optimum
 */
export function balanceCounts(
  access: Access,
  matching: Matching,
  search: AlternatingSearch,
  onExchange: (done: number) => void,
): { readonly graph: ExchangeGraph; readonly costs: readonly RankCost[] } {
  search.recallAll();
  for (let exchanges = 0; ;) {
    const graph = new ExchangeGraph(access, access.count(matching), search);
    const found = graph.leastCosts();
    if ('costs' in found) {
      return { graph, costs: found.costs };
    }
    exchangeAlong(found.cycle, graph, access, matching, search);
    onExchange(++exchanges);
  }
}

/** What a mentee does on a cycle: it takes a place of a mentor, or gives up the one it has. */
export interface Step {
  readonly node: string;
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
  const steps: Step[] = [];
  cycle.forEach((from, at) => {
    const to = cycle[(at + 1) % cycle.length]!;
    steps.push({ node: `hub ${from}`, cost: graph.costBetween(from, to) });
    if (from < professionCount && to < professionCount) {
      steps.push(...stepsBetween(from, to, access, matching, search));
    }
  });
  for (const { apply } of withoutRepeats(steps)) {
    apply?.();
  }
}

/** How an unmatched mentee of one profession comes by a place, and a matched one of another loses it. */
function stepsBetween(
  from: number,
  to: number,
  access: Access,
  matching: Matching,
  search: AlternatingSearch,
): Step[] {
  let last = -1;
  search.reach(from, (displaced) => {
    if (last === -1 && access.professionOf[displaced] === to) {
      last = displaced;
    }
  });
  const path = search.pathTo(last);
  const places = path.map((mentee) => matching.mentorOf[mentee]!);
  return path.flatMap((mentee, at): Step[] => {
    const place = places[at + 1] ?? -1;
    const takes: Step = {
      node: `mentee ${mentee}`,
      cost: NO_COST,
      apply: () => matching.assign(mentee, place),
    };
    return place === -1 ? [takes] : [takes, { node: `mentor ${place}`, cost: NO_COST }];
  });
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
