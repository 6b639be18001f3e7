import { compareIdentifiers } from '@evenhand/kernel';
import type { PriorAccess, Rate } from '../problem';
import type { ProblemWithQuotas } from './quota';

/** Mentees who are counted together, and their access before this round. */
export interface Path {
  readonly members: readonly number[];
  readonly prior: PriorAccess;
}

/** A quota over the numbers of a roster. */
export interface Floor {
  readonly name: string;
  readonly members: readonly number[];
  readonly atLeast: number;
}

const NO_PRIOR: PriorAccess = { asked: 0, matched: 0 };

/**
 * A problem with quotas as programs are made of it: mentees, mentors and quotas are numbered in the order of ids and
 * names, so that no program depends on the order of a file. Mentors without places are left out.
 */
export class Roster {
  /** Positions in the problem, by number here. */
  readonly menteeAt: Int32Array;
  readonly mentorAt: Int32Array;
  /** Places, at most one for each mentee. */
  readonly capacity: Int32Array;
  readonly priority: readonly number[];
  /** By mentee, the eligible mentors in ascending order, and the scores of the pairs. */
  readonly mentorsOf: readonly Int32Array[];
  readonly scoresOf: readonly Int32Array[];
  readonly pairCount: number;
  readonly floors: readonly Floor[];
  /** The paths of each level that equity balances; none where equity is no objective. */
  readonly levels: readonly (readonly Path[])[];

  constructor(readonly problem: ProblemWithQuotas) {
    const { mentees, mentors, quotas = [] } = problem;
    const open = [...mentors.keys()].filter((mentor) => mentors[mentor]!.capacity > 0);
    this.menteeAt = Int32Array.from(
      [...mentees.keys()].sort((a, b) => compareIdentifiers(mentees[a]!.id, mentees[b]!.id)),
    );
    this.mentorAt = Int32Array.from(open.sort((a, b) => compareIdentifiers(mentors[a]!.id, mentors[b]!.id)));
    this.capacity = this.mentorAt.map((at) => Math.min(mentors[at]!.capacity, mentees.length));
    this.priority = Array.from(this.menteeAt, (at) => mentees[at]!.priority);
    const rows = this.readRows();
    this.mentorsOf = rows.map(({ eligible }) => eligible);
    this.scoresOf = rows.map(({ scores }) => scores);
    this.pairCount = rows.reduce((sum, { eligible }) => sum + eligible.length, 0);
    this.floors = this.readFloors(quotas);
    this.levels = problem.objectives.includes('equity')
      ? problem.equity.levels.map((level) => this.pathsOfLevel(level))
      : [];
  }

  get menteeCount(): number {
    return this.menteeAt.length;
  }

  /** The rate of a path with so many matched in this round, in numbers that need not be in lowest terms. */
  static rateOf({ members, prior }: Path, matched: number): Rate {
    return [prior.matched + matched, prior.asked + members.length];
  }

  private readRows(): { eligible: Int32Array; scores: Int32Array }[] {
    const { mentors, pairs } = this.problem;
    const numberOf = new Map(Array.from(this.mentorAt, (at, mentor) => [at, mentor]));
    const rowMentors = new Int32Array(mentors.length);
    const rowScores = new Int32Array(mentors.length);
    return Array.from(this.menteeAt, (at) => {
      const size = pairs.row(at, rowMentors, rowScores);
      const row = Array.from(
        { length: size },
        (_, k) => [numberOf.get(rowMentors[k]!), rowScores[k]!] as const,
      )
        .filter((pair): pair is readonly [number, number] => pair[0] !== undefined)
        .sort(([a], [b]) => a - b);
      return {
        eligible: Int32Array.from(row, ([mentor]) => mentor),
        scores: Int32Array.from(row, ([, score]) => score),
      };
    });
  }

  private readFloors(quotas: NonNullable<ProblemWithQuotas['quotas']>): readonly Floor[] {
    const numberOf = new Int32Array(this.menteeCount);
    this.menteeAt.forEach((at, mentee) => (numberOf[at] = mentee));
    return quotas
      .map(({ name, mentees, atLeast }) => ({
        name,
        members: mentees.map((at) => numberOf[at]!).sort((a, b) => a - b),
        atLeast,
      }))
      .sort((a, b) => compareIdentifiers(a.name, b.name));
  }

  private pathsOfLevel(level: 1 | 2): readonly Path[] {
    const { mentees, equity } = this.problem;
    const members = new Map<string, number[]>();
    this.menteeAt.forEach((at, mentee) => {
      const { group } = mentees[at]!;
      if (group.length >= level) {
        const path = group.slice(0, level).join('/');
        members.set(path, [...(members.get(path) ?? []), mentee]);
      }
    });
    return [...members.keys()].sort(compareIdentifiers).map((path) => ({
      members: members.get(path)!,
      prior: Object.hasOwn(equity.prior, path) ? equity.prior[path]! : NO_PRIOR,
    }));
  }
}
