import type { ReleasedCount } from './released-count';

/** What people are counted by: a professional group, a stage, a round. */
export interface Dimension {
  /** Tells the dimension from every other one. */
  readonly code: string;
  /** All of its categories, also those that hold nobody: a category that is left out would be a known zero. */
  readonly categories: readonly string[];
  /** Where every category lies in one of another dimension, as professions do in groups: which one, by category. */
  readonly within?: { readonly dimension: string; readonly of: Readonly<Record<string, string>> };
}

/** What a table counts, whether its counts are true or released. */
export interface TableSubject {
  /** Codes of the dimensions by which it counts, in the order of its columns; none for the total. */
  readonly dimensions: readonly string[];
  /**
   * Where the table counts only whoever lies in some categories of a further dimension: a window of rounds, say. Without
   * it the table counts everybody.
   */
  readonly only?: { readonly dimension: string; readonly categories: readonly string[] };
  /** The measures that the table tells; the others are no part of it, and stand as withheld in its rows. All where absent. */
  readonly tells?: readonly string[];
}

/** Whether a measure is part of a table. */
export function tellsMeasure({ tells }: TableSubject, measure: string): boolean {
  return tells === undefined || tells.includes(measure);
}

/** A table of true counts: it must not leave the house but through the gate. */
export interface CountTable<Measure extends string> extends TableSubject {
  /** One category of each dimension, in their order, and the counts of whoever has them all; absent rows count nobody. */
  readonly rows: readonly {
    readonly categories: readonly string[];
    readonly counts: Readonly<Record<Measure, number>>;
  }[];
}

/** A table as it may be published: a row for every combination of categories, in the order of the dimensions'. */
export interface ReleasedCountTable<Measure extends string> extends TableSubject {
  readonly rows: readonly ReleasedRow<Measure>[];
}

/** One row of a released table. */
export interface ReleasedRow<Measure extends string> {
  readonly categories: readonly string[];
  /** Rounded; `null` where withheld. */
  readonly counts: Readonly<Record<Measure, ReleasedCount>>;
}

/** What the counts of a release count by, and what is known of them before any is told. */
export interface CountsKnowledge<Measure extends string> {
  readonly dimensions: readonly Dimension[];
  /** What is counted: those eligible, those who asked. A table has all of them, unless it says which. */
  readonly measures: readonly Measure[];
  /** Pairs of part and whole: everybody counted in the first is counted in the second. */
  readonly parts: readonly (readonly [Measure, Measure])[];
  /** Counts that are 0 by what they mean, in every table: of those without a score nobody was matched. They are not told. */
  readonly zeros?: readonly CertainZero<Measure>[];
  /**
   * Measures that are told only where enough of another one are counted. What counts things is gated by whose they are:
   * forty offers to a single mentor would be told of that one. Whoever reads the one therefore knows that there are enough
   * of the other, also where these are withheld.
   */
  readonly carriers?: Readonly<Partial<Record<Measure, Measure>>>;
}

/** Nobody who lies in a category is counted in a measure. */
export interface CertainZero<Measure extends string> {
  readonly dimension: string;
  readonly category: string;
  readonly measure: Measure;
}

/** Readers who each know what is truly counted in a category of their own: an organisation's auditors in it. */
export interface Insiders<Measure extends string> {
  readonly dimension: string;
  /** Those of its categories that anybody knows. */
  readonly categories: readonly string[];
  /** What is known there, in every table by the dimension. */
  readonly measures: readonly Measure[];
}

/** Everything that is to be released together, as it truly is. */
export interface CountTables<Measure extends string> extends CountsKnowledge<Measure> {
  /** Those who know part of the true counts: from them nothing may be told of the others by subtraction either. */
  readonly insiders?: Insiders<Measure>;
  /** Of no two the same subject. A table is the sum of every finer one over what that has beside. */
  readonly tables: readonly CountTable<Measure>[];
}

/** Everything that is released together, as it may be published. */
export interface ReleasedTables<Measure extends string> extends CountsKnowledge<Measure> {
  readonly tables: readonly ReleasedCountTable<Measure>[];
}
