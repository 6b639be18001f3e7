import { type Access } from './access';
import { CirculationBuilder } from './circulation';
import type { ExchangeGraph } from './exchange-graph';
import type { Instance } from './instance';
import { type Matching, NONE } from './matching';
import { addCosts, compareCosts, NO_COST, type RankCost } from './rank-cost';

/**
 * Every matching that is optimal in the objectives so far: what may still change, as a network.
 *
 * Nodes are the mentees, the mentors, the hubs (professions, groups, levels) and the sink. Flow goes from a hub to a
 * mentee who is matched, to the mentor, and into the sink. By complementary slackness the optimal matchings are those
 * that change nothing but open arcs and pairs of equal label.
 */
export class Face {
  readonly nodeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly capacity: Int32Array;
  /** On an arc that belongs to no single mentee or mentor; the others follow from the matching. */
  readonly #hubFlow: Int32Array;
  readonly open: Uint8Array;
  /** By node: a pair may change only between a mentee and a mentor of equal label. */
  label: Int32Array;

  private constructor(
    private readonly instance: Instance,
    readonly matching: Matching,
    arcs: CirculationBuilder,
    open: readonly boolean[],
    label: Int32Array,
  ) {
    this.nodeCount = arcs.nodeCount;
    this.from = Int32Array.from(arcs.from);
    this.to = Int32Array.from(arcs.to);
    this.capacity = Int32Array.from(arcs.capacity);
    this.#hubFlow = Int32Array.from(arcs.flow);
    this.open = Uint8Array.from(open, Number);
    this.label = label;
  }

  get arcCount(): number {
    return this.from.length;
  }

  mentorNode(mentor: number): number {
    return this.instance.menteeCount + mentor;
  }

  /** The arc into a mentee: flow is whether it is matched. */
  menteeArc(mentee: number): number {
    return mentee;
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

  /** All matchings: nothing is optimised yet, and anyone may go unmatched. */
  static ofEverything(instance: Instance, matching: Matching): Face {
    const sink = instance.menteeCount + instance.mentorCount;
    const arcs = new CirculationBuilder(sink + 1);
    addMenteesAndMentors(arcs, instance, matching, () => sink, sink);
    return new Face(
      instance,
      matching,
      arcs,
      arcs.from.map(() => true),
      new Int32Array(sink + 1),
    );
  }

  /** The matchings that are optimal in coverage and, where it counts, in equity. */
  static ofEquity(
    instance: Instance,
    matching: Matching,
    access: Access,
    graph: ExchangeGraph,
    costs: readonly RankCost[],
  ): Face {
    const hub = (node: number): number => instance.menteeCount + instance.mentorCount + node;
    const sink = hub(graph.nodeCount);
    const arcs = new CirculationBuilder(sink + 1);
    addMenteesAndMentors(arcs, instance, matching, (mentee) => hub(access.professionOf[mentee]!), sink);

    const { label, labelOfCost } = labelsOf(instance, matching, access, costs, sink);
    const open = arcs.from.map((from, arc) => label[from] === label[arcs.to[arc]!]);
    const addHubArc = (from: number, to: number, capacity: number, flow: number, cost: RankCost): void => {
      arcs.add(hub(from), hub(to), capacity, flow, 0);
      open.push(labelOfCost(addCosts(costs[from]!, cost)) === labelOfCost(costs[to]!));
    };
    const counts = access.count(matching);
    access.professions.asked.forEach((asked, profession) => {
      const group = graph.groupNode(access.groupOfProfession[profession]!);
      const matched = counts.professions[profession]!;
      if (!access.rated[profession]!) {
        addHubArc(group, profession, asked, matched, NO_COST);
        return;
      }
      if (matched < asked) {
        addHubArc(group, profession, 1, 0, graph.costOf(profession, 1));
      }
      if (matched > 0) {
        addHubArc(group, profession, 1, 1, negated(graph.costOf(profession, -1)));
      }
    });
    access.groups.asked.forEach((asked, group) => {
      if (counts.groups[group]! < asked) {
        addHubArc(graph.levelNodes.get(graph.levelOfGroup(group, 1))!, graph.groupNode(group), 1, 0, NO_COST);
      }
      if (counts.groups[group]! > 0) {
        addHubArc(
          graph.levelNodes.get(graph.levelOfGroup(group, -1))!,
          graph.groupNode(group),
          1,
          1,
          NO_COST,
        );
      }
    });
    return new Face(instance, matching, arcs, open, label);
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
  divideLabels(potentials: Float64Array): void {
    const known = new Map<string, number>();
    this.label = this.label.map((label, node) => {
      const key = `${label} ${potentials[node]!}`;
      const next = known.get(key) ?? known.size;
      known.set(key, next);
      return next;
    });
  }
}

function addMenteesAndMentors(
  arcs: CirculationBuilder,
  instance: Instance,
  matching: Matching,
  hubOf: (mentee: number) => number,
  sink: number,
): void {
  for (let mentee = 0; mentee < instance.menteeCount; mentee++) {
    arcs.add(hubOf(mentee), mentee, 1, matching.mentorOf[mentee] === NONE ? 0 : 1, 0);
  }
  for (let mentor = 0; mentor < instance.mentorCount; mentor++) {
    arcs.add(instance.menteeCount + mentor, sink, instance.capacity[mentor]!, matching.load[mentor]!, 0);
  }
}

function negated(cost: RankCost): RankCost {
  return cost.map((part, at) => (at % 2 === 0 ? part : -part));
}

/**
 * Labels every node with the least cost of reaching it, as a number. A mentee or mentor is reached from the cheapest
 * profession whose unmatched mentees can come by its place, or else at no cost.
 */
function labelsOf(
  instance: Instance,
  matching: Matching,
  access: Access,
  costs: readonly RankCost[],
  sink: number,
): { label: Int32Array; labelOfCost: (cost: RankCost) => number } {
  const known = new Map<string, number>([['', 0]]);
  const labelOfCost = (cost: RankCost): number => {
    const key = cost.join(' ');
    const label = known.get(key) ?? known.size;
    known.set(key, label);
    return label;
  };
  const label = new Int32Array(sink + 1).fill(NONE);
  costs.forEach(
    (cost, node) => (label[instance.menteeCount + instance.mentorCount + node] = labelOfCost(cost)),
  );
  const cheapestFirst = [...access.professions.names.keys()].sort((a, b) =>
    compareCosts(costs[a]!, costs[b]!),
  );
  const stack: number[] = [];
  for (const profession of cheapestFirst) {
    const its = labelOfCost(costs[profession]!);
    for (const mentee of access.members[profession]!) {
      if (matching.mentorOf[mentee] === NONE) {
        label[mentee] = its;
        stack.push(mentee);
      }
    }
    for (let mentee = stack.pop(); mentee !== undefined; mentee = stack.pop()) {
      for (let at = instance.rowStart[mentee]!; at < instance.rowStart[mentee + 1]!; at++) {
        const mentor = instance.column[at]!;
        const node = instance.menteeCount + mentor;
        if (label[node] !== NONE) {
          continue;
        }
        label[node] = its;
        for (let other = matching.firstOf(mentor); other !== NONE; other = matching.after(other)) {
          label[other] = its;
          stack.push(other);
        }
      }
    }
  }
  return { label: label.map((one) => (one === NONE ? 0 : one)), labelOfCost };
}
