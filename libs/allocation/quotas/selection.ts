import { type Crowd, crowdsAmong } from './crowds';
import type { HighsSolver } from './highs-solver';
import { LinearProgram, type Objective } from './linear-program';
import type { Floor, Path, Roster } from './roster';

/** That so many of a path are matched. */
export interface Threshold {
  readonly path: Path;
  readonly matched: number;
}

/** That at least so many of some thresholds are reached, whichever they are. */
export interface ThresholdRule {
  readonly thresholds: readonly Threshold[];
  readonly atLeast: number;
}

/** That the numbers of those matched add up to so much. */
interface SumRule {
  readonly numberOf: readonly number[];
  readonly atLeast: number;
}

/** How a search for the best selection ended. */
export type SelectionAnswer =
  | { readonly status: 'found'; readonly chosen: Uint8Array }
  | { readonly status: 'none' }
  /** The time was up; nothing can be worth more than the bound. */
  | { readonly status: 'unfinished'; readonly bound: number };

/**
 * Which mentees are to be matched, as a program with one yes or no for each of them. Pairs do not appear in it: whether
 * a selection can be matched is asked of augmenting paths, and where it cannot, the crowds that show it become limits
 * of the program. They hold in every matching, so limits once found serve every later question.
 */
export class Selection {
  private readonly crowds: Crowd[];
  private readonly rules: ThresholdRule[] = [];
  private readonly sums: SumRule[] = [];
  /** How many are matched, where that is settled. */
  private total: number | undefined;

  constructor(
    readonly roster: Roster,
    private readonly solver: HighsSolver,
  ) {
    // What stands in the way of matching everybody mostly stands in the way of matching many.
    this.crowds = [...crowdsAmong(roster, new Uint8Array(roster.menteeCount).fill(1))];
  }

  /** From now on, exactly so many are matched. */
  holdTotal(total: number): void {
    this.total = total;
  }

  /** From now on, this holds. */
  hold(rule: ThresholdRule): void {
    this.rules.push(rule);
  }

  /** From now on, the numbers of those matched add up to at least so much. */
  holdSum(numberOf: readonly number[], atLeast: number): void {
    this.sums.push({ numberOf, atLeast });
  }

  /** Any selection that keeps to some quotas, whatever else has been held. */
  meeting(floors: readonly Floor[]): SelectionAnswer {
    return this.search(() => ({ program: this.programOf(floors, []).program, objective: new Map() }));
  }

  /** A selection that keeps to everything held and to one more rule. */
  under(rule: ThresholdRule): SelectionAnswer {
    return this.search(() => ({ program: this.program([rule]).program, objective: new Map() }));
  }

  /** The selection that reaches the most of some thresholds. */
  reachingMost(thresholds: readonly Threshold[]): SelectionAnswer {
    return this.search(() => {
      const { program, reached } = this.program([{ thresholds, atLeast: 0 }]);
      return { program, objective: new Map(reached.at(-1)!.map((column) => [column, 1])) };
    });
  }

  /** The selection with the largest sum of numbers. */
  withLargestSum(numberOf: readonly number[]): SelectionAnswer {
    return this.search(() => ({ program: this.program([]).program, objective: new Map(numberOf.entries()) }));
  }

  /** A program of everything held, with a column for each mentee first; pairs can be added to it. */
  programOfSelections(): LinearProgram {
    return this.program([]).program;
  }

  private search(ask: () => { program: LinearProgram; objective: Objective }): SelectionAnswer {
    const { menteeCount } = this.roster;
    for (;;) {
      const { program, objective } = ask();
      const { status, values, bound } = program.maximise(this.solver, objective);
      if (status === 'infeasible') {
        return { status: 'none' };
      }
      if (status === 'unfinished') {
        return { status, bound };
      }
      const chosen = Uint8Array.from(values!.subarray(0, menteeCount));
      const crowds = crowdsAmong(this.roster, chosen);
      if (crowds.length === 0) {
        return { status: 'found', chosen };
      }
      this.crowds.push(...crowds);
    }
  }

  private program(more: readonly ThresholdRule[]): { program: LinearProgram; reached: number[][] } {
    const { program, reached } = this.programOf(this.roster.floors, [...this.rules, ...more]);
    const everybody = Array.from({ length: this.roster.menteeCount }, (_, mentee) => mentee);
    if (this.total !== undefined) {
      program.addRow({ columns: everybody, least: this.total, most: this.total });
    }
    for (const { numberOf, atLeast } of this.sums) {
      program.addRow({ columns: everybody, factors: numberOf, least: atLeast });
    }
    return { program, reached };
  }

  private programOf(
    floors: readonly Floor[],
    rules: readonly ThresholdRule[],
  ): { program: LinearProgram; reached: number[][] } {
    const program = new LinearProgram();
    this.roster.mentorsOf.forEach((eligible) => program.addColumn('whole', eligible.length > 0));
    floors.forEach(({ members, atLeast }) => program.addRow({ columns: members, least: atLeast }));
    this.crowds.forEach(({ members, places }) => program.addRow({ columns: members, most: places }));
    const columns = new ReachedColumns(program);
    return { program, reached: rules.map((rule) => columns.hold(rule)) };
  }
}

/** A column for each threshold in question that says whether it is reached: the same one for all rules that ask. */
class ReachedColumns {
  private readonly columns = new Map<Path, Map<number, number>>();

  constructor(private readonly program: LinearProgram) {}

  /** @returns the columns of the thresholds that are not settled by themselves */
  hold({ thresholds, atLeast }: ThresholdRule): number[] {
    const inQuestion = thresholds.filter(
      ({ path, matched }) => matched > 0 && matched <= path.members.length,
    );
    const left = atLeast - thresholds.filter(({ matched }) => matched <= 0).length;
    if (left === inQuestion.length) {
      // All of them, so nothing has to be decided.
      inQuestion.forEach(({ path, matched }) =>
        this.program.addRow({ columns: path.members, least: matched }),
      );
      return [];
    }
    const reached = inQuestion.map((threshold) => this.columnOf(threshold));
    if (left > 0) {
      this.program.addRow({ columns: reached, least: left });
    }
    return reached;
  }

  private columnOf({ path, matched }: Threshold): number {
    const ofPath = this.columns.get(path) ?? new Map<number, number>();
    this.columns.set(path, ofPath);
    const known = ofPath.get(matched);
    if (known !== undefined) {
      return known;
    }
    const column = this.program.addColumn('whole');
    const factors = [...path.members.map(() => 1), -matched];
    this.program.addRow({ columns: [...path.members, column], factors, least: 0 });
    ofPath.set(matched, column);
    return column;
  }
}
