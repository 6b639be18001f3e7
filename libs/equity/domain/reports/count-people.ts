import type { CountTable, CountTables } from '@evenhand/disclosure';
import { bandOf, rankBandOf, SCORE_BANDS, WAITING_BANDS } from './bands';
import { MEASURES, type Measure, PARTS } from './measures';
import type { PeopleFacts } from './people-facts';
import {
  NOT_STATED,
  PERSON_DIMENSIONS,
  type PersonDimension,
  type ReportDimensions,
} from './report-dimensions';

/** Positions of categories, a place for each person. */
type Column = ArrayLike<number>;

/**
 * Counts everybody in one pass over the columns for all tables.
 *
 * @param sets the dimensions of each table
 */
export function countPeople(
  facts: PeopleFacts,
  dimensions: ReportDimensions,
  sets: readonly (readonly PersonDimension[])[],
): CountTables<Measure> {
  const columns = columnsOf(facts, dimensions);
  const counted = sets.map((set) => new TableCount(set, dimensions, columns));
  for (let person = 0; person < facts.people; person++) {
    const steps = facts.steps[person]!;
    for (const table of counted) table.count(person, steps);
  }
  return {
    dimensions: PERSON_DIMENSIONS.filter((code) => sets.some((set) => set.includes(code))).map(
      (code) => dimensions[code],
    ),
    measures: MEASURES,
    parts: PARTS,
    tables: counted.map((table) => table.table()),
  };
}

/** The counts of one table: a place for each combination of categories and each measure. */
class TableCount {
  readonly #columns: readonly { readonly column: Column; readonly stride: number }[];
  readonly #counts: Int32Array;
  readonly #sizes: readonly number[];

  constructor(
    private readonly set: readonly PersonDimension[],
    private readonly dimensions: ReportDimensions,
    columns: Readonly<Record<PersonDimension, Column>>,
  ) {
    this.#sizes = set.map((code) => dimensions[code].categories.length);
    const strideAfter = (at: number) =>
      this.#sizes.slice(at + 1).reduce((product, size) => product * size, 1);
    this.#columns = set.map((code, at) => ({ column: columns[code], stride: strideAfter(at) }));
    this.#counts = new Int32Array(strideAfter(-1) * MEASURES.length);
  }

  count(person: number, steps: number): void {
    let cell = 0;
    for (const { column, stride } of this.#columns) cell += column[person]! * stride;
    const from = cell * MEASURES.length;
    for (let measure = 0; measure < MEASURES.length; measure++) {
      this.#counts[from + measure]! += (steps >>> measure) & 1;
    }
  }

  table(): CountTable<Measure> {
    const cells = this.#counts.length / MEASURES.length;
    return {
      dimensions: this.set,
      rows: Array.from({ length: cells }, (_, cell) => ({
        categories: this.#categoriesOf(cell),
        counts: this.#countsOf(cell),
      })).filter(({ counts }) => counts.eligible > 0),
    };
  }

  #categoriesOf(cell: number): readonly string[] {
    return this.#columns.map(({ stride }, at) => {
      const { categories } = this.dimensions[this.set[at]!];
      return categories[Math.floor(cell / stride) % categories.length]!;
    });
  }

  #countsOf(cell: number): Readonly<Record<Measure, number>> {
    return Object.fromEntries(
      MEASURES.map((measure, at) => [measure, this.#counts[cell * MEASURES.length + at]!]),
    ) as Record<Measure, number>;
  }
}

function columnsOf(facts: PeopleFacts, dimensions: ReportDimensions): Record<PersonDimension, Column> {
  const { profession, professional_group: group } = dimensions;
  const groupOfProfession = profession.categories.map((code) =>
    group.categories.indexOf(profession.within?.of[code] ?? NOT_STATED),
  );
  return {
    ...facts.categories,
    professional_group: facts.categories.profession.map((at) => groupOfProfession[at]!),
    waiting: facts.waitedDays.map((days) => bandOf(WAITING_BANDS, days)),
    score: facts.scores.map((score) => bandOf(SCORE_BANDS, score)),
    rank: facts.mentorRanks.map((rank, person) => rankBandOf(rank, facts.eligibleMentors[person]!)),
  };
}
