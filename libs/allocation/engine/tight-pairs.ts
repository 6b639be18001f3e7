import type { Face } from './face';
import type { Instance } from './instance';
import { NONE } from './matching';
import type { PairCosts } from './stage';

/**
 * The pairs of a face, one by one. A pair whose ends lie on no cycle of changes can never change, so only pairs
 * within a strongly connected component are kept: mostly few, which is why ties are hashed for these alone.
 */
export class TightPairs implements PairCosts {
  readonly #rowStart: Int32Array;
  readonly #column: Int32Array;
  readonly #cost: Float64Array;

  private constructor(rowStart: Int32Array, column: Int32Array, cost: Float64Array) {
    this.#rowStart = rowStart;
    this.#column = column;
    this.#cost = cost;
  }

  get count(): number {
    return this.#column.length;
  }

  /** The pairs without reduced cost that lie on a cycle. */
  static of(instance: Instance, face: Face, pairs: PairCosts, potentials: Float64Array): TightPairs {
    const { menteeCount, mentorCount } = instance;
    const mentors = new Int32Array(mentorCount);
    const costs = new Float64Array(mentorCount);
    const rows: number[][] = [];
    for (let mentee = 0; mentee < menteeCount; mentee++) {
      const count = pairs.row(mentee, mentors, costs);
      const row: number[] = [];
      for (let k = 0; k < count; k++) {
        const reduced = costs[k]! + potentials[mentee]! - potentials[face.mentorNode(mentors[k]!)]!;
        if (reduced === 0) {
          row.push(mentors[k]!);
        }
      }
      rows.push(row);
    }
    const component = componentsOf(instance, face, rows);
    const kept = rows.map((row, mentee) =>
      row.filter((mentor) => component[mentee] === component[face.mentorNode(mentor)]),
    );
    const rowStart = new Int32Array(menteeCount + 1);
    kept.forEach((row, mentee) => (rowStart[mentee + 1] = rowStart[mentee]! + row.length));
    const column = new Int32Array(rowStart[menteeCount]!);
    kept.forEach((row, mentee) => column.set(row, rowStart[mentee]));
    return new TightPairs(rowStart, column, new Float64Array(column.length));
  }

  /** The same pairs at other costs. */
  priced(costOf: (mentee: number, mentor: number) => number): TightPairs {
    const cost = this.#cost.slice();
    for (let mentee = 0; mentee + 1 < this.#rowStart.length; mentee++) {
      for (let at = this.#rowStart[mentee]!; at < this.#rowStart[mentee + 1]!; at++) {
        cost[at] = costOf(mentee, this.#column[at]!);
      }
    }
    return new TightPairs(this.#rowStart, this.#column, cost);
  }

  row(mentee: number, mentors: Int32Array, costs: Float64Array): number {
    const [start, end] = [this.#rowStart[mentee]!, this.#rowStart[mentee + 1]!];
    mentors.set(this.#column.subarray(start, end));
    costs.set(this.#cost.subarray(start, end));
    return end - start;
  }
}

/** The strongly connected component of each node, by what may change now (Tarjan 1972, with its own stack). */
function componentsOf(instance: Instance, face: Face, rows: readonly (readonly number[])[]): Int32Array {
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
