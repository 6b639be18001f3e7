import { type Access } from './access';
import { CirculationBuilder } from './circulation';
import type { ExchangeGraph } from './exchange-graph';
import type { Instance } from './instance';
import { type Matching, NONE } from './matching';
import { addCosts, compareCosts, NO_COST, type RankCost } from './rank-cost';

/**
 * Every matching that is optimal in the objectives so far: what may still change, as a network.
 *
 * Nodes are the mentees, the mentors and the hubs: professions, groups and the source, which is the sink as well. Flow
 * goes from hub to hub to a mentee who is matched, to the mentor, and home. By complementary slackness the optimal
 * matchings are those that change nothing but open arcs and pairs of equal rank.
 */
export class Face {
  readonly nodeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly capacity: Int32Array;
  /** On an arc that belongs to no single mentee or mentor; the others follow from the matching. */
  readonly #hubFlow: Int32Array;
  readonly open: Uint8Array;
  /** The distinct prices of nodes in coverage and equity, ascending. */
  readonly levels: readonly RankCost[];
  /** By node, the position of its price in {@link levels}. */
  readonly level: Int32Array;
  /** By node, its price in priority, which comes after that level. */
  readonly priority: Float64Array;
  /**
   * By node, in the order of level and priority: no pair leads from a mentee to a mentor of a higher rank, and a pair may
   * change only between equal ranks.
   */
  readonly rank: Int32Array;

  /** The matchings that are optimal in coverage, equity and priority, so far as these count, given the least costs there. */
  constructor(
    private readonly instance: Instance,
    readonly matching: Matching,
    access: Access,
    graph: ExchangeGraph,
    costs: readonly RankCost[],
    onWork: () => void,
  ) {
    const firstHub = instance.menteeCount + instance.mentorCount;
    const hub = (node: number): number => firstHub + node;
    const source = hub(graph.source);
    this.nodeCount = source + 1;
    const priced = pricesOf(instance, matching, access, graph, costs, onWork);
    this.levels = priced.levels;
    this.level = priced.level;
    this.priority = priced.priority;
    this.rank = ranksOf(priced);

    const arcs = new CirculationBuilder(this.nodeCount, 2 * this.nodeCount);
    const open: boolean[] = [];
    const isTight = (from: number, to: number, cost: number): boolean =>
      this.level[from] === this.level[to] && this.priority[from]! + cost === this.priority[to];
    for (let mentee = 0; mentee < instance.menteeCount; mentee++) {
      const flow = matching.mentorOf[mentee] === NONE ? 0 : 1;
      const profession = hub(access.professionOf[mentee]!);
      arcs.add(profession, mentee, 1, flow, 0);
      open.push(isTight(profession, mentee, -access.priority[mentee]!));
    }
    for (let mentor = 0; mentor < instance.mentorCount; mentor++) {
      arcs.add(this.mentorNode(mentor), source, instance.capacity[mentor]!, matching.load[mentor]!, 0);
      open.push(isTight(this.mentorNode(mentor), source, 0));
    }
    const counts = access.count(matching);
    const addCounted = (
      [from, to]: readonly [number, number],
      [matched, asked]: readonly [number, number],
      isRated: boolean,
      costOf: (step: 1 | -1) => RankCost,
    ): void => {
      const add = (capacity: number, flow: number, cost: RankCost): void => {
        arcs.add(hub(from), hub(to), capacity, flow, 0);
        open.push(compareCosts(addCosts(costs[from]!, cost), costs[to]!) === 0);
      };
      if (!isRated) {
        add(asked, matched, costOf(1));
        return;
      }
      // A rate tells each unit of flow from the next, so that one either way is all that can ever change.
      if (matched < asked) {
        add(1, 0, costOf(1));
      }
      if (matched > 0) {
        add(1, 1, negated(costOf(-1)));
      }
    };
    access.groups.asked.forEach((asked, group) => {
      const ends = [graph.source, graph.groupNode(group)] as const;
      addCounted(ends, [counts.groups[group]!, asked], access.levelOne, (step) =>
        graph.costOfGroup(group, step),
      );
    });
    access.professions.asked.forEach((asked, profession) => {
      const ends = [graph.groupNode(access.groupOfProfession[profession]!), profession] as const;
      const matched = counts.professions[profession]!;
      addCounted(ends, [matched, asked], access.rated[profession]!, (step) =>
        graph.costOfProfession(profession, step),
      );
    });
    this.from = arcs.from.slice(0, arcs.count);
    this.to = arcs.to.slice(0, arcs.count);
    this.capacity = arcs.capacity.slice(0, arcs.count);
    this.#hubFlow = arcs.flow.slice(0, arcs.count);
    this.open = Uint8Array.from(open, Number);
  }

  get arcCount(): number {
    return this.from.length;
  }

  mentorNode(mentor: number): number {
    return this.instance.menteeCount + mentor;
  }

  /** The node of a profession, a group or the source, by its number in the exchange graph. */
  hubNode(node: number): number {
    return this.instance.menteeCount + this.instance.mentorCount + node;
  }

  /** The node to which a mentor may give up a free place, or {@link NONE} where that may not change. */
  homeOf(mentor: number): number {
    const arc = this.instance.menteeCount + mentor;
    return this.open[arc] === 1 ? this.to[arc]! : NONE;
  }

  flowOn(arc: number): number {
    const { menteeCount, mentorCount } = this.instance;
    if (arc < menteeCount) {
      return this.matching.mentorOf[arc] === NONE ? 0 : 1;
    }
    return arc < menteeCount + mentorCount ? this.matching.load[arc - menteeCount]! : this.#hubFlow[arc]!;
  }

  /** Flow on mentee and mentor arcs follows from the matching; on the others it is set. */
  setFlow(arc: number, flow: number): void {
    this.#hubFlow[arc] = flow;
  }

  /** Keeps how many of each group and profession are matched. */
  holdCounts(): void {
    this.open.fill(0, this.hubNode(0));
  }

  /** Keeps whether a mentee is matched. */
  hold(mentee: number): void {
    this.open[mentee] = 0;
  }

  /** Closes the arcs that no optimum of a stage changes: those with a reduced cost. */
  closeArcs(potentials: Float64Array): void {
    for (let arc = 0; arc < this.arcCount; arc++) {
      if (potentials[this.from[arc]!] !== potentials[this.to[arc]!]) {
        this.open[arc] = 0;
      }
    }
  }
}

function negated(cost: RankCost): RankCost {
  return cost.map((part, at) => (at % 2 === 0 ? part : -part));
}

/** The prices of nodes in coverage and equity, as positions in a list, and in priority. */
interface NodePrices {
  readonly levels: readonly RankCost[];
  readonly level: Int32Array;
  readonly priority: Float64Array;
}

/**
 * The price of every node: the least cost of reaching it. A mentee or mentor is reached at the least cost from somebody
 * unmatched who can come by its place, or else at none.
 */
function pricesOf(
  instance: Instance,
  matching: Matching,
  access: Access,
  graph: ExchangeGraph,
  costs: readonly RankCost[],
  onWork: () => void,
): NodePrices {
  const withoutPriority = costs.map((cost) =>
    cost.at(-2) === graph.priorityRung ? cost.slice(0, -2) : cost,
  );
  const levels = [NO_COST, ...withoutPriority]
    .sort(compareCosts)
    .filter((cost, at, all) => at === 0 || compareCosts(all[at - 1]!, cost) !== 0);
  const levelOf = (cost: RankCost): number => levels.findIndex((one) => compareCosts(one, cost) === 0);

  const people = instance.menteeCount + instance.mentorCount;
  const level = new Int32Array(people + costs.length).fill(levelOf(NO_COST));
  const priority = new Float64Array(people + costs.length);
  costs.forEach((cost, node) => {
    level[people + node] = levelOf(withoutPriority[node]!);
    priority[people + node] = cost.at(-2) === graph.priorityRung ? cost.at(-1)! : 0;
  });
  const unmatched: number[] = [];
  matching.mentorOf.forEach((mentor, mentee) => {
    if (mentor === NONE) {
      const profession = people + access.professionOf[mentee]!;
      level[mentee] = level[profession]!;
      priority[mentee] = priority[profession]! - access.priority[mentee]!;
      unmatched.push(mentee);
    }
  });
  unmatched.sort((a, b) => level[a]! - level[b]! || priority[a]! - priority[b]!);

  const unseen = new Uint32Array(instance.words).fill(0xffffffff);
  const stack: number[] = [];
  for (const root of unmatched) {
    stack.push(root);
    for (let mentee = stack.pop(); mentee !== undefined; mentee = stack.pop()) {
      onWork();
      instance.takeEligible(mentee, unseen, (mentor) => {
        const node = instance.menteeCount + mentor;
        level[node] = level[root]!;
        priority[node] = priority[root]!;
        for (let other = matching.firstOf(mentor); other !== NONE; other = matching.after(other)) {
          level[other] = level[root]!;
          priority[other] = priority[root]!;
          stack.push(other);
        }
      });
    }
  }
  return { levels, level, priority };
}

/** Numbers the distinct prices, ascending. */
function ranksOf({ level, priority }: NodePrices): Int32Array {
  const order = [...level.keys()].sort((a, b) => level[a]! - level[b]! || priority[a]! - priority[b]!);
  const rank = new Int32Array(level.length);
  let highest = 0;
  order.forEach((node, at) => {
    const before = order[at - 1];
    if (before !== undefined && (level[before] !== level[node] || priority[before] !== priority[node])) {
      highest++;
    }
    rank[node] = highest;
  });
  return rank;
}
