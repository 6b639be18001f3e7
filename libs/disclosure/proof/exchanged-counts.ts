import type { DisclosurePolicy } from '../disclosure-policy';
import type { CountInterval } from '../released-count';

/** Counts of the same people by measure, in cells that add up to another one and are tied to no others. */
export interface ExchangeableCells {
  /** By cell: the true count and what is told of it, by measure. */
  readonly cells: readonly {
    readonly counts: readonly number[];
    readonly intervals: readonly CountInterval[];
    /** Pairs of measures of which the first does not exceed the second here. */
    readonly parts: readonly (readonly [number, number])[];
    /** Whoever knows the cell, if anybody does. */
    readonly knownTo: number | undefined;
  }[];
}

/**
 * For whom a withheld count is shown to be wide enough without any program: from the truth on, its cell is moved to either
 * end, and the others share out what it takes or gives, each as far as what is told of it allows. What they add up to stays
 * as it is; and whoever knows one of them sees none of it as long as the others can do without that one.
 *
 * @param isSmall whether it is withheld for being small
 * @returns those from whom it is not shown to be safe; `all` where it is from nobody
 */
export function exposedTo(
  { cells }: ExchangeableCells,
  [cell, measure]: readonly [number, number],
  isSmall: boolean,
  policy: DisclosurePolicy,
): ReadonlySet<number> | 'all' {
  const exposed = new Set<number>();
  for (const count of endsOf(cells[cell]!, measure, isSmall, policy)) {
    const to = exposedAt(cells, cell, measure, count);
    if (to === 'all') return 'all';
    to.forEach((insider) => exposed.add(insider));
  }
  return exposed;
}

/** From whom it is not shown that a count can be so many. */
function exposedAt(
  cells: readonly Cell[],
  cell: number,
  measure: number,
  count: number,
): ReadonlySet<number> | 'all' {
  let exposed: ReadonlySet<number> | 'all' = 'all';
  // Where two measures are as good as the same everywhere, one can only go with the other.
  for (const beside of new Set([measure, ...cells[cell]!.counts.keys()])) {
    const move = movedTo(cells[cell]!, [measure, beside], count);
    const to: ReadonlySet<number> | 'all' = move === undefined ? 'all' : exposedBy(cells, cell, move);
    exposed = inBoth(exposed, to);
    if (exposed !== 'all' && exposed.size === 0) break;
  }
  return exposed;
}

/** The whole of a move, but for what adding up fractions loses. */
const ALL = 1 - 1e-9;

/** Those without whose cells the others cannot share out a move of one. */
function exposedBy(
  cells: readonly Cell[],
  moved: number,
  move: readonly number[],
): ReadonlySet<number> | 'all' {
  const shares = new Map<number, number>();
  let shared = 0;
  cells.forEach((other, at) => {
    if (at === moved) return;
    const share = shareOf(other, move);
    shared += share;
    if (other.knownTo !== undefined) shares.set(other.knownTo, (shares.get(other.knownTo) ?? 0) + share);
  });
  if (shared < ALL) return 'all';
  return new Set(
    [...shares].flatMap(([insider, share]) =>
      insider !== cells[moved]!.knownTo && shared - share < ALL ? [insider] : [],
    ),
  );
}

function inBoth(
  one: ReadonlySet<number> | 'all',
  other: ReadonlySet<number> | 'all',
): ReadonlySet<number> | 'all' {
  if (one === 'all') return other;
  return other === 'all' ? one : new Set([...one].filter((each) => other.has(each)));
}

type Cell = ExchangeableCells['cells'][number];

/** The counts that have to be possible. */
function endsOf(
  { intervals, parts }: Cell,
  measure: number,
  isSmall: boolean,
  { smallest }: DisclosurePolicy,
): readonly [number, number] {
  const reached = intervals.map(({ lowest }) => lowest);
  raiseWholes(reached, parts);
  const first = isSmall || reached[measure]! <= 0 ? 0 : Math.max(smallest, reached[measure]!);
  return [first, first + smallest - 1];
}

/** By measure how much more there is where some count so many and others only what they must; none if they cannot. */
function movedTo(
  { counts, intervals, parts }: Cell,
  [measure, beside]: readonly [number, number],
  count: number,
): number[] | undefined {
  const moved = [...counts];
  moved[measure] = count;
  if (count > counts[measure]!) {
    moved[beside] = Math.max(count, counts[beside]!);
    raiseWholes(moved, parts);
  } else {
    moved[beside] = Math.min(count, counts[beside]!);
    lowerParts(moved, parts);
  }
  const isPossible =
    moved[measure] === count &&
    moved.every((each, at) => each >= intervals[at]!.lowest && each <= intervals[at]!.highest);
  return isPossible ? moved.map((each, at) => each - counts[at]!) : undefined;
}

/** How much of a move the cell can make the other way, between none and all of it. */
function shareOf({ counts, intervals, parts }: Cell, move: readonly number[]): number {
  let share = 1;
  move.forEach((by, at) => {
    const { lowest, highest } = intervals[at]!;
    if (by > 0) share = Math.min(share, (counts[at]! - lowest) / by);
    if (by < 0) share = Math.min(share, (highest - counts[at]!) / -by);
  });
  for (const [part, whole] of parts) {
    const closer = move[whole]! - move[part]!;
    if (closer > 0) share = Math.min(share, (counts[whole]! - counts[part]!) / closer);
  }
  return Math.max(0, share);
}

function raiseWholes(counts: number[], parts: Cell['parts']): void {
  let before: number;
  do {
    before = sumOf(counts);
    for (const [part, whole] of parts) counts[whole] = Math.max(counts[whole]!, counts[part]!);
  } while (sumOf(counts) > before);
}

function lowerParts(counts: number[], parts: Cell['parts']): void {
  let before: number;
  do {
    before = sumOf(counts);
    for (const [part, whole] of parts) counts[part] = Math.min(counts[part]!, counts[whole]!);
  } while (sumOf(counts) < before);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
