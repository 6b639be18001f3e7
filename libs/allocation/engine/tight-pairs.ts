import type { Face } from './face';
import type { Instance } from './instance';
import { NONE } from './matching';
import type { StageReport } from './report';
import { keepGood, type PairReader, type StagePairs } from './stage-pairs';

/**
 * The pairs of a face, one by one. A pair whose ends lie on no cycle of changes can never change, so only pairs
 * within a strongly connected component are kept: mostly few, which is why ties are hashed for these alone.
 */
export class TightPairs implements StagePairs {
  private constructor(
    private readonly face: Face,
    private readonly rowStart: Int32Array,
    private readonly column: Int32Array,
    private readonly cost: Float64Array,
    /**
     * The strongly connected component of each node of the face. What can change leads from a component to itself or to
     * one of a lower number.
     */
    readonly component: Int32Array,
  ) {}

  get count(): number {
    return this.column.length;
  }

  /** The pairs without reduced cost that lie on a cycle, given the prices of an optimum. */
  static of(
    instance: Instance,
    face: Face,
    pairs: StagePairs,
    potentials: Float64Array,
    report: StageReport,
  ): TightPairs {
    const { menteeCount, mentorCount } = instance;
    const mentors = new Int32Array(mentorCount);
    const costs = new Float64Array(mentorCount);
    const rows: Int32Array[] = [];
    const costsOfRows: Float64Array[] = [];
    // There is no reduced cost below zero, and they are whole numbers.
    const tight = pairs.below(
      potentials,
      1,
      Int32Array.from({ length: menteeCount }, (_, mentee) => mentee),
    );
    for (let mentee = 0; mentee < menteeCount; mentee++) {
      report.onMentee(mentee);
      const count = tight(mentee, mentors, costs);
      // A source may answer in any order, and nothing may depend on it.
      const order = orderOf(mentors.subarray(0, count));
      rows.push(order === undefined ? mentors.slice(0, count) : order.map((k) => mentors[k]!));
      costsOfRows.push(
        order === undefined ? costs.slice(0, count) : Float64Array.from(order, (k) => costs[k]!),
      );
    }
    const component = componentsOf(instance, face, rows);
    const isKept = (mentee: number, mentor: number): boolean =>
      component[mentee] === component[face.mentorNode(mentor)];
    const rowStart = new Int32Array(menteeCount + 1);
    rows.forEach((row, mentee) => {
      const kept = row.reduce((sum, mentor) => sum + (isKept(mentee, mentor) ? 1 : 0), 0);
      rowStart[mentee + 1] = rowStart[mentee]! + kept;
    });
    const column = new Int32Array(rowStart[menteeCount]!);
    const cost = new Float64Array(rowStart[menteeCount]!);
    let at = 0;
    rows.forEach((row, mentee) =>
      row.forEach((mentor, k) => {
        if (isKept(mentee, mentor)) {
          column[at] = mentor;
          cost[at++] = costsOfRows[mentee]![k]!;
        }
      }),
    );
    return new TightPairs(face, rowStart, column, cost, component);
  }

  /** The same pairs at other costs. */
  priced(costOf: (mentee: number, mentor: number) => number): TightPairs {
    const cost = new Float64Array(this.column.length);
    this.#forEach((mentee, mentor, at) => (cost[at] = costOf(mentee, mentor)));
    return new TightPairs(this.face, this.rowStart, this.column, cost, this.component);
  }

  /** What a pair costs that is one of these. */
  costOf(mentee: number, mentor: number): number {
    const start = this.rowStart[mentee]!;
    return this.cost[start + this.column.subarray(start, this.rowStart[mentee + 1]).indexOf(mentor)]!;
  }

  readonly row: PairReader = (mentee, mentors, costs) => {
    const [start, end] = [this.rowStart[mentee]!, this.rowStart[mentee + 1]!];
    mentors.set(this.column.subarray(start, end));
    costs.set(this.cost.subarray(start, end));
    return end - start;
  };

  readonly good: PairReader = (mentee, mentors, costs) =>
    keepGood(mentee, this.row(mentee, mentors, costs), mentors, costs, this.face);

  below(potentials: Float64Array, bound: number): PairReader {
    return (mentee, mentors, costs) => {
      let count = 0;
      for (let at = this.rowStart[mentee]!; at < this.rowStart[mentee + 1]!; at++) {
        const mentor = this.column[at]!;
        const reduced = this.cost[at]! + potentials[mentee]! - potentials[this.face.mentorNode(mentor)]!;
        if (reduced < bound) {
          mentors[count] = mentor;
          costs[count++] = this.cost[at]!;
        }
      }
      return count;
    };
  }

  #forEach(visit: (mentee: number, mentor: number, at: number) => void): void {
    for (let mentee = 0; mentee + 1 < this.rowStart.length; mentee++) {
      for (let at = this.rowStart[mentee]!; at < this.rowStart[mentee + 1]!; at++) {
        visit(mentee, this.column[at]!, at);
      }
    }
  }
}

/** The positions of numbers in ascending order; undefined where they stand in it, as they nearly always do. */
function orderOf(numbers: Int32Array): Int32Array | undefined {
  return numbers.every((number, at) => at === 0 || numbers[at - 1]! < number)
    ? undefined
    : Int32Array.from(numbers.keys()).sort((a, b) => numbers[a]! - numbers[b]!);
}

/** The strongly connected component of each node, by what may change now (Tarjan 1972, with its own stack). */
function componentsOf(instance: Instance, face: Face, rows: readonly Int32Array[]): Int32Array {
  const next: number[][] = Array.from({ length: face.nodeCount }, () => []);
  for (let arc = 0; arc < face.arcCount; arc++) {
    if (face.open[arc] === 1) {
      const flow = face.flowOn(arc);
      if (flow < face.capacity[arc]!) {
        next[face.from[arc]!]!.push(face.to[arc]!);
      }
      if (flow > 0) {
        next[face.to[arc]!]!.push(face.from[arc]!);
      }
    }
  }
  rows.forEach((row, mentee) => {
    const mate = face.matching.mentorOf[mentee]!;
    row.forEach((mentor) => next[mentee]!.push(face.mentorNode(mentor)));
    if (mate !== NONE) {
      next[face.mentorNode(mate)]!.push(mentee);
    }
  });

  const component = new Int32Array(face.nodeCount).fill(-1);
  const order = new Int32Array(face.nodeCount).fill(-1);
  const low = new Int32Array(face.nodeCount);
  const tried = new Int32Array(face.nodeCount);
  const [path, open]: [number[], number[]] = [[], []];
  let [visited, components] = [0, 0];
  const enter = (node: number): void => {
    order[node] = low[node] = visited++;
    path.push(node);
    open.push(node);
  };
  for (let root = 0; root < face.nodeCount; root++) {
    if (order[root] === -1) {
      enter(root);
    }
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (tried[node]! < next[node]!.length) {
        const to = next[node]![tried[node]!++]!;
        if (order[to] === -1) {
          enter(to);
        } else if (component[to] === -1) {
          low[node] = Math.min(low[node]!, order[to]!);
        }
        continue;
      }
      path.pop();
      const before = path[path.length - 1];
      if (before !== undefined) {
        low[before] = Math.min(low[before]!, low[node]!);
      }
      if (low[node] === order[node]) {
        let member: number;
        do {
          member = open.pop()!;
          component[member] = components;
        } while (member !== node);
        components++;
      }
    }
  }
  return component;
}
