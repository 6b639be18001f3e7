import type { DisclosurePolicy } from '@evenhand/disclosure';
import type { Entry } from '@evenhand/taxonomy';
import type { ReleasedCounts } from './equity-report';
import type { Measure, SupplyMeasure } from './measures';
import { ReleasedLook } from './released-look';
import type { ReportDimension, ReportDimensions } from './report-dimensions';

/** What sections are made of: everything that was released, and nothing beside. No true count comes this far. */
export class ReportMaterial {
  readonly people: ReleasedLook<Measure>;
  readonly supply: ReleasedLook<SupplyMeasure>;
  readonly workforce: ReleasedLook<'workforce'> | undefined;

  constructor(
    readonly dimensions: ReportDimensions,
    /** The stages, lowest first. */
    readonly stages: readonly Entry[],
    readonly released: ReleasedCounts,
    /** By which it was released. */
    readonly policy: DisclosurePolicy,
  ) {
    this.people = new ReleasedLook(released.people, policy);
    this.supply = new ReleasedLook(released.supply, policy);
    this.workforce = released.workforce && new ReleasedLook(released.workforce, policy);
  }

  /** Whether people are counted by this dimension alone. */
  counts(dimension: string): boolean {
    return this.people.has([dimension]);
  }

  /** The workforce, where it is known by this dimension. */
  workforceBy(dimension: string): ReleasedLook<'workforce'> | undefined {
    return this.workforce?.has([dimension]) ? this.workforce : undefined;
  }
}

/** What a category is called. */
export function titleOf({ titles }: ReportDimension, category: string): string {
  return titles.get(category) ?? category;
}
