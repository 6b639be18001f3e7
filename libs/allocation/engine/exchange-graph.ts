import { type Access, rateOf } from './access';
import type { AlternatingSearch } from './alternating-search';
import { compareFractions } from './fraction';
import type { Matching } from './matching';
import { addCosts, compareCosts, NO_COST, type RankCost } from './rank-cost';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly cost: RankCost;
}

/**
 * How counts can be exchanged between professions without leaving the optimum of coverage and of level 1.
 *
 * Nodes are professions, groups, and levels: one level for each (rate, denominator) at which the last place of one
 * group and the next place of another do the same to the sorted rates of level 1, so that the place can change hands.
 * An arc is something that can be done once: profession to profession hands a place on through mentors; profession to
 * group gives a count back, group to profession takes one up, both at the price that level 2 sets.
 *
 * A cycle of negative cost is an improvement of level 2; none is left exactly when level 2 is optimal.
 */
export class ExchangeGraph {
  readonly groupNode: (group: number) => number;
  readonly levelNodes = new Map<string, number>();
  readonly #arcs: Arc[] = [];
  readonly nodeCount: number;
  /** Levels of rate that a profession has now or could have after one exchange, numbered from the lowest. */
  readonly #levelOfRate: (profession: number, matched: number) => number;

  constructor(
    private readonly access: Access,
    private readonly counts: { readonly groups: readonly number[]; readonly professions: readonly number[] },
    private readonly search: AlternatingSearch,
  ) {
    const professionCount = access.professions.names.length;
    this.groupNode = (group) => professionCount + group;
    this.#levelOfRate = numberRates(access, counts.professions);
    this.#addGroupLevels();
    this.nodeCount = professionCount + access.groups.names.length + this.levelNodes.size;
    for (let profession = 0; profession < professionCount; profession++) {
      this.#addProfession(profession);
    }
  }

  /** The price of taking up one more of a profession (`step` 1), or of giving one back (−1). */
  costOf(profession: number, step: 1 | -1): RankCost {
    if (!this.access.rated[profession]!) {
      return NO_COST;
    }
    const matched = this.counts.professions[profession]!;
    const [before, after] = [
      this.#levelOfRate(profession, matched),
      this.#levelOfRate(profession, matched + step),
    ];
    return step === 1 ? [before, -1, after, 1] : [after, 1, before, -1];
  }

  /** The level at which a group's next place (`step` 1) or its last (−1) stands. */
  levelOfGroup(group: number, step: 1 | -1): string {
    const matched = this.counts.groups[group]! - (step === 1 ? 0 : 1);
    return rateOf(this.access.groups, group, matched).join('/');
  }

  #addGroupLevels(): void {
    const levelNode = (key: string): number => {
      const node =
        this.levelNodes.get(key) ?? this.groupNode(this.access.groups.names.length) + this.levelNodes.size;
      this.levelNodes.set(key, node);
      return node;
    };
    this.access.groups.asked.forEach((asked, group) => {
      if (this.counts.groups[group]! < asked) {
        this.#arcs.push({
          from: levelNode(this.levelOfGroup(group, 1)),
          to: this.groupNode(group),
          cost: NO_COST,
        });
      }
      if (this.counts.groups[group]! > 0) {
        this.#arcs.push({
          from: this.groupNode(group),
          to: levelNode(this.levelOfGroup(group, -1)),
          cost: NO_COST,
        });
      }
    });
  }

  #addProfession(profession: number): void {
    const group = this.groupNode(this.access.groupOfProfession[profession]!);
    if (this.counts.professions[profession]! > 0) {
      this.#arcs.push({ from: profession, to: group, cost: this.costOf(profession, -1) });
    }
    if (this.counts.professions[profession]! < this.access.professions.asked[profession]!) {
      this.#arcs.push({ from: group, to: profession, cost: this.costOf(profession, 1) });
      const reached = new Set<number>();
      this.search.reach(profession, (displaced) => reached.add(this.access.professionOf[displaced]!));
      reached.forEach((to) => this.#arcs.push({ from: profession, to, cost: NO_COST }));
    }
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

/** Numbers the distinct rates around the present one of every rated profession, the lowest 0. */
function numberRates(
  access: Access,
  matched: readonly number[],
): (profession: number, matched: number) => number {
  const rates: { profession: number; matched: number; rate: readonly [number, number] }[] = [];
  matched.forEach((count, profession) => {
    if (access.rated[profession]!) {
      for (const near of [count - 1, count, count + 1]) {
        rates.push({
          profession,
          matched: near,
          rate: rateOf(access.professions, profession, Math.max(near, 0)),
        });
      }
    }
  });
  rates.sort((a, b) => compareFractions(...a.rate, ...b.rate));
  const levels = new Map<number, number>();
  const keyOf = (profession: number, count: number): number =>
    profession * 3 + count - matched[profession]! + 1;
  let level = -1;
  rates.forEach((one, at) => {
    if (at === 0 || compareFractions(...rates[at - 1]!.rate, ...one.rate) !== 0) {
      level++;
    }
    levels.set(keyOf(one.profession, one.matched), level);
  });
  return (profession, count) => levels.get(keyOf(profession, count))!;
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
 * Makes level 2 exact: cancels cycles of negative cost until there is none.
 *
 * @returns the exchange graph and its least costs at the optimum
 */
export function balanceProfessions(
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
    if (from >= professionCount) {
      steps.push({ node: `hub ${from}`, cost: to < professionCount ? graph.costOf(to, 1) : NO_COST });
    } else if (to >= professionCount) {
      steps.push({ node: `hub ${from}`, cost: graph.costOf(from, -1) });
    } else {
      steps.push({ node: `hub ${from}`, cost: NO_COST }, ...stepsBetween(from, to, access, matching, search));
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
