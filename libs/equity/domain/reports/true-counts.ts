import type { CountTables, DisclosurePolicy } from '@evenhand/disclosure';
import type { Measure, SupplyMeasure } from './measures';

/** What is counted each by itself: no table of one adds up to a table of another. */
export const COUNTED_OF = ['people', 'supply', 'workforce'] as const;
/** One of them. */
export type CountedOf = (typeof COUNTED_OF)[number];

/** The true counts behind what a report tells, table by table. They stay where they are, to compare later ones with. */
export interface TrueCounts {
  readonly people: CountTables<Measure>;
  readonly supply: CountTables<SupplyMeasure>;
  readonly workforce?: CountTables<'workforce'>;
}

/** A report that was made, with the counts behind what it tells. */
export interface CountedReport {
  readonly id: string;
  readonly months: number;
  /** When its own counts were taken; those of tables that it repeats were taken earlier. */
  readonly countedAt: Date;
  /** By which its tables were released. */
  readonly policy: DisclosurePolicy;
  readonly counts: TrueCounts;
}

/** Tells a table of a kind of counts from every other one of it. */
export function tableKey({ dimensions }: { readonly dimensions: readonly string[] }): string {
  return dimensions.join();
}
