import { Instance } from '../engine/instance';
import { NONE } from '../engine/matching';
import { Report } from '../engine/report';
import { pathsOf } from '../given-pairs';
import { type PairDecisions, refuseImpossible } from '../pair-decisions';
import type { Allocation, AllocationProblem, CertifiedAllocation, PairAt } from '../problem';
import { reoptimise, type Reoptimised } from '../reoptimise';
import type { SolveOptions } from '../solve';
import { HeldOptimum, type Move } from './held-optimum';
import { RememberedKeys } from './remembered-keys';

/** A matching that a person amends pair by pair, and that is the best one after each decision. */
export interface AmendableMatching {
  /** What stands, all decisions included: the very matching that `reoptimise` finds for them, figures and all. */
  readonly current: Reoptimised;

  /**
   * Decides that a pair is not to be matched.
   *
   * @returns what stands now
   * @throws RangeError as `reoptimise` does, and nothing is decided
   */
  forbid(pair: PairAt): Reoptimised;

  /**
   * Decides that a pair is to be matched.
   *
   * @returns what stands now
   * @throws RangeError as `reoptimise` does, and nothing is decided
   */
  pin(pair: PairAt): Reoptimised;

  /**
   * Takes the last decision back.
   *
   * @returns what stands now, and stood before that decision
   * @throws RangeError where there is none
   */
  undo(): Reoptimised;
}

/**
 * Makes a matching one that can be amended pair by pair, each time in a few milliseconds even at national size: the prices
 * of its certificate are kept, and kept right, so that a decision costs one search along what may change. It takes about as
 * long as reading all pairs twice, and some 1,500 bytes for each mentee and a bit for each pair as long as it is kept.
 *
 * Where a decision cannot be obeyed with the number that every group and profession has, everything is solved again, in
 * the time that this takes, as after every decision where coverage is no objective.
 *
 * @param result what `solve` found for the problem
 * @param options `onProgress` is told of the beginning, and of what is solved again
 * @throws RangeError where the result is not one of the problem
 */
export function amendable(
  problem: AllocationProblem,
  result: CertifiedAllocation,
  options: SolveOptions = {},
): AmendableMatching {
  return new MatchingUnderDecisions(problem, result, options);
}

type Kind = keyof PairDecisions;

/** A decision, and what stood before it. */
interface Decided {
  readonly kind: Kind;
  readonly pair: PairAt;
  readonly before: Reoptimised;
  /** Whether the optimum was amended, and not everything solved again. */
  readonly isAmended: boolean;
}

class MatchingUnderDecisions implements AmendableMatching {
  readonly #instance: Instance;
  readonly #menteeNumber: Int32Array;
  readonly #keys: RememberedKeys;
  readonly #optimum: HeldOptimum;
  readonly #decided: Decided[] = [];
  #current: Reoptimised;

  constructor(
    private readonly problem: AllocationProblem,
    private readonly result: CertifiedAllocation,
    private readonly options: SolveOptions,
  ) {
    const report = new Report(options.onProgress);
    const { length } = problem.mentees;
    this.#instance = new Instance(problem, (done) => report.reached('pairs', done, length));
    this.#menteeNumber = new Int32Array(length);
    this.#instance.menteeAt.forEach((at, mentee) => (this.#menteeNumber[at] = mentee));
    this.#keys = new RememberedKeys(this.#instance);
    this.#optimum = new HeldOptimum(this.#instance, result, this.#keys, (mentee) =>
      report.reached('score', mentee, length),
    );
    const { certificate: _, ...allocation } = result;
    this.#current = { allocation, countsKept: true };
  }

  get current(): Reoptimised {
    return this.#current;
  }

  forbid(pair: PairAt): Reoptimised {
    return this.#decide('forbidden', pair);
  }

  pin(pair: PairAt): Reoptimised {
    return this.#decide('pinned', pair);
  }

  undo(): Reoptimised {
    const last = this.#decided.pop();
    if (last === undefined) {
      throw new RangeError('there is no decision to take back');
    }
    if (last.isAmended) {
      this.#optimum.undo();
    }
    this.#current = last.before;
    return this.#current;
  }

  #decide(kind: Kind, pair: PairAt): Reoptimised {
    const pairsOf = (one: Kind): PairAt[] => [
      ...this.#decided.filter((earlier) => earlier.kind === one).map((earlier) => earlier.pair),
      ...(one === kind ? [pair] : []),
    ];
    const decisions = { pinned: pairsOf('pinned'), forbidden: pairsOf('forbidden') };
    refuseImpossible(this.problem, decisions);
    const before = this.#current;
    const moves = this.#amend(kind, pair);
    this.#current =
      moves === undefined
        ? reoptimise(this.problem, this.result.mentorOf, decisions, this.options)
        : { allocation: this.#moved(before.allocation, moves), countsKept: true };
    this.#decided.push({ kind, pair, before, isAmended: moves !== undefined });
    return this.#current;
  }

  /** @returns who moves; undefined where everything has to be solved again */
  #amend(kind: Kind, [menteeAt, mentorAt]: PairAt): readonly Move[] | undefined {
    // Without coverage a place may stand free whom somebody could take, and what may change is another question then.
    if (!this.problem.objectives.includes('coverage') || !this.#current.countsKept) {
      return undefined;
    }
    const mentee = this.#menteeNumber[menteeAt]!;
    const mentor = this.#instance.mentorNumber(mentorAt);
    return kind === 'pinned' ? this.#optimum.pin(mentee, mentor) : this.#optimum.forbid(mentee, mentor);
  }

  #moved(before: Allocation, moves: readonly Move[]): Allocation {
    const instance = this.#instance;
    const mentorOf = before.mentorOf.slice();
    const groups = { ...before.groups };
    let { priority, score, tie } = before;
    const count = (mentee: number, mentor: number, step: 1 | -1): void => {
      if (mentor === NONE) {
        return;
      }
      priority += step * instance.priority[mentee]!;
      score += step * this.#optimum.scoreOf(mentee, mentor);
      tie += step * this.#keys.of(mentee, mentor).first;
      for (const path of pathsOf(this.problem.mentees[instance.menteeAt[mentee]!]!.group)) {
        groups[path] = { ...groups[path]!, matched: groups[path]!.matched + step };
      }
    };
    for (const { mentee, from, to } of moves) {
      mentorOf[instance.menteeAt[mentee]!] = to === NONE ? NONE : instance.mentorAt[to]!;
      count(mentee, from, -1);
      count(mentee, to, 1);
    }
    return { ...before, mentorOf, groups, priority, score, tie };
  }
}
