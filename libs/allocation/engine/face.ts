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
  /**
   * By node, in the order of its prices so far: no pair leads from a mentee to a mentor of a higher rank, and a pair may
   * change only between equal ranks.
   */
  rank: Int32Array;

  /** The matchings that are optimal in coverage and equity, so far as these count, given the least costs there. */
  constructor(
    private readonly instance: Instance,
    readonly matching: Matching,
    access: Access,
    graph: ExchangeGraph,
    costs: readonly RankCost[],
  ) {
    const firstHub = instance.menteeCount + instance.mentorCount;
    const hub = (node: number): number => firstHub + node;
    const source = hub(graph.source);
    this.nodeCount = source + 1;
    this.levels = distinctCosts(costs);
    this.level = levelsOf(instance, matching, access, costs, this.levels);
    this.rank = this.level;

    const arcs = new CirculationBuilder(this.nodeCount);
    for (let mentee = 0; mentee < instance.menteeCount; mentee++) {
      const flow = matching.mentorOf[mentee] === NONE ? 0 : 1;
      arcs.add(hub(access.professionOf[mentee]!), mentee, 1, flow, 0);
    }
    for (let mentor = 0; mentor < instance.mentorCount; mentor++) {
      arcs.add(this.mentorNode(mentor), source, instance.capacity[mentor]!, matching.load[mentor]!, 0);
    }
    const open = Array.from(
      { length: arcs.count },
      (_, arc) => this.level[arcs.from[arc]!] === this.level[arcs.to[arc]!],
    );
    const counts = access.count(matching);
    const addCounted = (
      [from, to]: readonly [number, number],
      [matched, asked]: readonly [number, number],
      isRated: boolean,
      costOf: (step: 1 | -1) => RankCost,
    ): void => {
      // A rate tells each unit of flow from the next, so that one either way is all that can ever change.
      const units: readonly (1 | -1)[] = [
        ...(matched < asked ? [1 as const] : []),
        ...(matched > 0 ? [-1 as const] : []),
      ];
      const add = (capacity: number, flow: number, cost: RankCost): void => {
        arcs.add(hub(from), hub(to), capacity, flow, 0);
        open.push(compareCosts(addCosts(costs[from]!, cost), costs[to]!) === 0);
      };
      if (isRated) {
        units.forEach((step) => add(1, step === 1 ? 0 : 1, step === 1 ? costOf(1) : negated(costOf(-1))));
      } else {
        add(asked, matched, costOf(1));
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
  closeArcs(potentials: Float64Array, costOfArc: (arc: number) => number): void {
    for (let arc = 0; arc < this.arcCount; arc++) {
      if (costOfArc(arc) + potentials[this.from[arc]!]! !== potentials[this.to[arc]!]!) {
        this.open[arc] = 0;
      }
    }
  }

  /** After a stage in which pairs cost nothing: one may change only between equal potentials. */
  divideRanks(potentials: Float64Array): void {
    const order = [...this.rank.keys()].sort(
      (a, b) => this.rank[a]! - this.rank[b]! || potentials[a]! - potentials[b]!,
    );
    const divided = new Int32Array(this.nodeCount);
    order.forEach((node, at) => {
      const before = order[at - 1];
      if (before !== undefined) {
        const same = this.rank[before] === this.rank[node] && potentials[before] === potentials[node];
        divided[node] = divided[before]! + (same ? 0 : 1);
      }
    });
    this.rank = divided;
  }
}

function negated(cost: RankCost): RankCost {
  return cost.map((part, at) => (at % 2 === 0 ? part : -part));
}

/** The least costs of hubs, and none at all, each once and ascending. */
function distinctCosts(costs: readonly RankCost[]): readonly RankCost[] {
  return [NO_COST, ...costs]
    .sort(compareCosts)
    .filter((cost, at, all) => at === 0 || compareCosts(all[at - 1]!, cost) !== 0);
}

/**
 * The price of every node in coverage and equity: the least cost of reaching it. A mentee or mentor is reached from the
 * cheapest profession whose unmatched mentees can come by its place, or else at no cost.
 */
function levelsOf(
  instance: Instance,
  matching: Matching,
  access: Access,
  costs: readonly RankCost[],
  levels: readonly RankCost[],
): Int32Array {
  const levelOf = (cost: RankCost): number => levels.findIndex((one) => compareCosts(one, cost) === 0);
  const people = instance.menteeCount + instance.mentorCount;
  const level = new Int32Array(people + costs.length).fill(levelOf(NO_COST));
  costs.forEach((cost, node) => (level[people + node] = levelOf(cost)));
  const unseen = new Uint32Array(instance.words).fill(0xffffffff);
  const cheapestFirst = [...access.professions.names.keys()].sort(
    (a, b) => level[people + a]! - level[people + b]!,
  );
  const stack: number[] = [];
  for (const profession of cheapestFirst) {
    const its = level[people + profession]!;
    for (const mentee of access.members[profession]!) {
      if (matching.mentorOf[mentee] === NONE) {
        level[mentee] = its;
        stack.push(mentee);
      }
    }
    for (let mentee = stack.pop(); mentee !== undefined; mentee = stack.pop()) {
      instance.takeEligible(mentee, unseen, (mentor) => {
        level[instance.menteeCount + mentor] = its;
        for (let other = matching.firstOf(mentor); other !== NONE; other = matching.after(other)) {
          level[other] = its;
          stack.push(other);
        }
      });
    }
  }
  return level;
}
