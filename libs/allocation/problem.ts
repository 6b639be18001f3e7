/**
 * What can be optimised, strictly one after the other in this order: as many matches as possible, the leximin of the
 * groups' access rates, the sum of priorities, the sum of scores. The tie key always comes last.
 */
export const OBJECTIVES = ['coverage', 'equity', 'priority', 'score'] as const;
/** One of {@link OBJECTIVES}. */
export type Objective = (typeof OBJECTIVES)[number];

/** The highest score of a pair: scores are basis points, 0 to 10,000. */
export const TOP_SCORE = 10_000;
/** The highest priority of a mentee: whole days of waiting, some 2,700 years. */
export const TOP_PRIORITY = 1_000_000;
/** The most requests, or matches, that prior access of a group can count. */
export const TOP_PRIOR = 1_000_000_000;
/** The longest seed, in UTF-16 code units. */
export const LONGEST_SEED = 200;
/** The most places one mentor can offer. */
export const TOP_CAPACITY = 1_000_000;

/** Who asks, as the engine sees them: no name, no characteristic, nothing but a place in the counts and a wait. */
export interface AllocationMentee {
  readonly id: string;
  /** Professional group, or professional group and profession. */
  readonly group: readonly [string] | readonly [string, string];
  /** Whole days of waiting, 0 to {@link TOP_PRIORITY}. */
  readonly priority: number;
}

/** Who offers, as the engine sees them. */
export interface AllocationMentor {
  readonly id: string;
  /** Places offered, 0 to {@link TOP_CAPACITY}. */
  readonly capacity: number;
}

/**
 * Requests closed, and matches confirmed, in the window before this round: whole numbers up to {@link TOP_PRIOR},
 * `matched` at most `asked`.
 */
export interface PriorAccess {
  readonly asked: number;
  readonly matched: number;
}

/**
 * Where the engine asks for scores, a mentee's row at a time, so that the pairs of a whole health service are never
 * stored. Asking twice must give the same answer.
 */
export interface PairSource {
  /**
   * Writes the mentors eligible for a mentee, in ascending order of their index, and the score of each pair
   * (an integer, 0 to {@link TOP_SCORE}) from index 0 on.
   *
   * @param mentee index of the mentee
   * @param mentors has room for every mentor
   * @param scores has room for every mentor
   * @returns how many were written
   */
  row(mentee: number, mentors: Int32Array, scores: Int32Array): number;

  /**
   * A source that can bound scores before it computes them offers rows by price: only what could improve a matching is
   * scored. Where a source has none, whole rows are asked for and looked through.
   *
   * @param prices for each mentor a whole number; it does not change while the rows are read
   * @param expected which rows will be asked for, and in which order: to be read ahead, or to be taken no notice of
   */
  priced?(prices: Float64Array, expected?: ExpectedByPrice): PricedRows;

  /**
   * Says which whole rows will be asked for next. A source that can read ahead does; the rows are the same, and may be
   * asked for in another order.
   *
   * @param mentees indexes, in the order in which their rows will be asked for
   */
  expect?(mentees: Int32Array): void;
}

/** Rows by price that will be asked for. */
export interface ExpectedByPrice {
  /** Indexes, in the order in which their rows will be asked for. */
  readonly mentees: Int32Array;
  /** Beside each of them, the bound at which it will be asked for. */
  readonly least: Float64Array;
}

/** The rows of a {@link PairSource} at certain prices of the mentors. */
export interface PricedRows {
  /**
   * Writes, in any order, every mentor eligible for a mentee whose score and price together are more than `least`, and
   * the score, from index 0 on.
   *
   * @param mentee index of the mentee
   * @param least a whole number, or -Infinity
   * @param mentors has room for every mentor
   * @param scores has room for every mentor
   * @returns how many were written
   */
  rowAbove(mentee: number, least: number, mentors: Int32Array, scores: Int32Array): number;
}

/** Who can be matched with whom, and what is to be optimised. */
export interface AllocationProblem {
  /** Decides between matchings that are equal in every objective: published before the round. */
  readonly seed: string;
  readonly mentees: readonly AllocationMentee[];
  readonly mentors: readonly AllocationMentor[];
  readonly pairs: PairSource;
  /** A non-empty sub-sequence of {@link OBJECTIVES}; `equity` needs `coverage`. */
  readonly objectives: readonly Objective[];
  readonly equity: {
    /** Level 1 balances professional groups; level 2 then balances professions. */
    readonly levels: readonly [1] | readonly [1, 2];
    /** By group path joined with `/`. */
    readonly prior: Readonly<Record<string, PriorAccess>>;
  };
}

/** A pair as the positions of mentee and mentor in the problem. */
export type PairAt = readonly [mentee: number, mentor: number];

/** How far a solve has come. */
export interface SolveProgress {
  /** `equity` and `priority` are stages of their own only under quotas; else both are settled by `exchange`. */
  readonly stage: 'pairs' | 'coverage' | 'exchange' | 'equity' | 'priority' | 'score' | 'tie';
  /** Steps done of `total`, which may grow. */
  readonly done: number;
  readonly total: number;
}

/** A rate as an exact fraction in lowest terms: matched over asked, prior included. */
export type Rate = readonly [matched: number, asked: number];

/** Mentees of a group path who asked in this round, and those of them who are matched. */
export interface GroupCount {
  readonly asked: number;
  readonly matched: number;
}

/**
 * A price of the certificate, part by part: position in {@link Certificate.levels}, priority, score, first order, first
 * tie key, second order, second tie key. Prices are compared part by part, the first one first.
 */
export type Price = readonly [
  level: number,
  priority: number,
  score: number,
  order1: number,
  tie1: number,
  order2: number,
  tie2: number,
];

/**
 * People who share places that nobody else can spare: all of these mentors' places are taken, and whoever of these
 * mentees is without a match has no other eligible mentor with a place.
 */
export interface TightSet {
  /** Position in {@link Certificate.levels}: the set holds everything at or below it. */
  readonly level: number;
  /** Professional groups of those without a match, sorted. */
  readonly groups: readonly string[];
  readonly mentees: number;
  /** Those of them without a match. */
  readonly unmatched: number;
  /** Mentors who offer at least one place. */
  readonly mentors: number;
  readonly places: number;
}

/**
 * What proves an allocation optimal in every objective: dual prices of a flow from the source over group, profession,
 * mentee and mentor back home, such that nothing which could change has a negative reduced cost. `docs/files.md` states
 * the network and its costs.
 */
export interface Certificate {
  /** The prices in coverage and equity that occur, ascending: changes by rung, as `rung, change, …` without zeros. */
  readonly levels: readonly (readonly number[])[];
  /** By path; the empty path where equity is no objective. */
  readonly groups: Readonly<Record<string, Price>>;
  /** By path; those without a profession of their own under the group's path and a slash. */
  readonly professions: Readonly<Record<string, Price>>;
  /** By id of the mentor, ascending. */
  readonly mentors: readonly Price[];
  readonly tightSets: readonly TightSet[];
}

/** The one best matching, and what it reaches in each objective. */
export interface Allocation {
  /** For each mentee in the problem's order, the index of the mentor, or -1. */
  readonly mentorOf: Int32Array;
  readonly matched: number;
  /** Asked and matched in this round by group path (`ahp`, `ahp/physiotherapist`), without prior. */
  readonly groups: Readonly<Record<string, GroupCount>>;
  /** Sorted rates by level, lowest first, prior included; absent where equity is no objective. */
  readonly rates?: Readonly<Partial<Record<1 | 2, readonly Rate[]>>>;
  /** Sum of priorities over the matched. */
  readonly priority: number;
  /** Sum of scores over the matched pairs. */
  readonly score: number;
  /** Sum of tie keys over the matched pairs. */
  readonly tie: number;
}

/** An allocation with the proof that none is better. */
export interface CertifiedAllocation extends Allocation {
  readonly certificate: Certificate;
}
