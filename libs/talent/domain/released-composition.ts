import {
  DEFAULT_DISCLOSURE_POLICY,
  type ReleasedCount,
  releasedCount,
  releasedRate,
  releaseTable,
} from '@evenhand/disclosure';
import type { CompositionRow, PoolComposition } from './pool-composition';
import { DECISION_OUTCOMES, type DecisionOutcome } from './pool-decision';

/** A group or stage as it may be published. */
export interface ReleasedShare {
  /** Code of a professional group or a stage. */
  readonly code: string;
  /** Members to the nearest 5; null where that is withheld. */
  readonly members: ReleasedCount;
  /** Of every hundred members, from rounded counts; null where either count is withheld. */
  readonly share: number | null;
}

/** Who a pool is made of, as it may be published. */
export interface ReleasedComposition {
  readonly members: ReleasedCount;
  readonly groups: readonly ReleasedShare[];
  readonly stages: readonly ReleasedShare[];
}

/** Decisions as they may be published. */
export interface ReleasedDecisions {
  readonly decisions: ReleasedCount;
  readonly outcomes: readonly { readonly outcome: DecisionOutcome; readonly decisions: ReleasedCount }[];
}

/** The whole numbers from `lowest` to `highest`, which may be infinite. */
interface Bounds {
  readonly lowest: number;
  readonly highest: number;
}

/** A true count and how it is told. */
interface Cell {
  readonly code: string;
  readonly count: number;
  readonly told: ReleasedCount;
}

const { base, smallest } = DEFAULT_DISCLOSURE_POLICY;

/**
 * Releases a composition. Both of its tables are of the same people, so each tells the total of the other: where that
 * would leave fewer than ten values to a count that is withheld, the stages are withheld altogether.
 */
export function releaseComposition({ groups, stages }: PoolComposition): ReleasedComposition {
  const byGroup = release(groups);
  const byStage = release(stages);
  const members = byStage.total === null ? null : byGroup.total;
  const total = [boundsOfTotal(members), sumOf(byGroup.cells), sumOf(byStage.cells)].reduce(both);
  const together = leavesEnough(byGroup.cells, total) && leavesEnough(byStage.cells, total);
  return together
    ? { members, groups: shares(byGroup.cells, members), stages: shares(byStage.cells, members) }
    : {
        members: byGroup.total,
        groups: shares(byGroup.cells, byGroup.total),
        stages: stages.map(({ code }) => ({ code, members: null, share: null })),
      };
}

/** Releases how often each outcome was decided. */
export function releaseDecisions(counts: Readonly<Record<DecisionOutcome, number>>): ReleasedDecisions {
  const { rows, totals } = releaseTable(
    DECISION_OUTCOMES.map((outcome) => ({ key: outcome, counts: { decisions: counts[outcome] } })),
  );
  return {
    decisions: totals.decisions,
    outcomes: DECISION_OUTCOMES.map((outcome, at) => ({
      outcome,
      decisions: rows[at]!.counts.decisions,
    })),
  };
}

function release(rows: readonly CompositionRow[]): {
  readonly total: ReleasedCount;
  readonly cells: readonly Cell[];
} {
  const counted = rows.map(({ code, counts }) => ({
    code,
    count: counts.interested + counts.assessed + counts.in_pool,
  }));
  const table = releaseTable(counted.map(({ code, count }) => ({ key: code, counts: { members: count } })));
  return {
    total: table.totals.members,
    cells: counted.map((row, at) => ({ ...row, told: table.rows[at]!.counts.members })),
  };
}

function shares(cells: readonly Cell[], members: ReleasedCount): ReleasedShare[] {
  return cells.map(({ code, told }) => ({ code, members: told, share: releasedRate(told, members) }));
}

/** Whether a reader who can tell the total within these bounds is left with enough values for every withheld count. */
function leavesEnough(cells: readonly Cell[], total: Bounds): boolean {
  return cells.every((cell) => {
    const own = boundsOf(cell);
    const others = sumOf(cells.filter((other) => other !== cell));
    const left = both(own, {
      lowest: total.lowest - others.highest,
      highest: total.highest - others.lowest,
    });
    return cell.told !== null || left.highest - left.lowest + 1 >= smallest;
  });
}

/** What a reader can tell of a count by itself, who may even know whether it is withheld for being small. */
function boundsOf({ count, told }: Cell): Bounds {
  if (told !== null) return countsToldAs(told);
  return count < smallest
    ? { lowest: 0, highest: smallest - 1 }
    : { lowest: smallest, highest: Number.POSITIVE_INFINITY };
}

function boundsOfTotal(told: ReleasedCount): Bounds {
  return told === null ? { lowest: 0, highest: Number.POSITIVE_INFINITY } : countsToldAs(told);
}

function countsToldAs(told: number): Bounds {
  const near = Array.from({ length: 2 * base + 1 }, (_, at) => Math.max(0, told - base + at));
  const alike = near.filter((count) => releasedCount(count) === told);
  return { lowest: alike[0]!, highest: alike.at(-1)! };
}

function sumOf(cells: readonly Cell[]): Bounds {
  const bounds = cells.map(boundsOf);
  return {
    lowest: bounds.reduce((sum, { lowest }) => sum + lowest, 0),
    highest: bounds.reduce((sum, { highest }) => sum + highest, 0),
  };
}

function both(a: Bounds, b: Bounds): Bounds {
  return { lowest: Math.max(a.lowest, b.lowest), highest: Math.min(a.highest, b.highest) };
}
