import type { CountTables } from '@evenhand/disclosure';
import type { Entry } from '@evenhand/taxonomy';
import type { ReleasedCounts } from './equity-report';
import type { Measure, SupplyMeasure } from './measures';
import { ReleasedLook } from './released-look';
import type { ReportDimension, ReportDimensions } from './report-dimensions';

/** What sections are made of: everything released, and the true counts for verdicts alone. */
export class ReportMaterial {
  readonly people: ReleasedLook<Measure>;
  readonly supply: ReleasedLook<SupplyMeasure>;
  readonly workforce: ReleasedLook<'workforce'> | undefined;

  constructor(
    readonly dimensions: ReportDimensions,
    /** The stages, lowest first. */
    readonly stages: readonly Entry[],
    readonly released: ReleasedCounts,
    readonly truth: { readonly people: CountTables<Measure>; readonly workforce?: CountTables<'workforce'> },
  ) {
    this.people = new ReleasedLook(released.people);
    this.supply = new ReleasedLook(released.supply);
    this.workforce = released.workforce && new ReleasedLook(released.workforce);
  }

  /** Whether people are counted by this dimension alone. */
  counts(dimension: string): boolean {
    return this.released.people.tables.some(({ dimensions }) => dimensions.join() === dimension);
  }
}

/** What a category is called. */
export function titleOf({ titles }: ReportDimension, category: string): string {
  return titles.get(category) ?? category;
}
