import type { DisclosurePolicy } from '@evenhand/disclosure';

/** The latest published round as the public may see it: every count is rounded, `null` where it is withheld. */
export interface LatestRound {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  /** An instant, as RFC 3339 writes it. */
  readonly publishedAt: string;
  readonly seed: string;
  readonly snapshotSha256: string;
  /** By which its counts are told. */
  readonly policy: DisclosurePolicy;
  /** One for each professional group. */
  readonly rows: readonly AccessOfGroup[];
  /** The sums of what the rows tell. */
  readonly totals: ReleasedCounts;
}

/** Counts of one professional group, or of all. */
export interface ReleasedCounts {
  readonly places: number | null;
  readonly asked: number | null;
  readonly matched: number | null;
}

/** What one professional group offered, asked for and got. */
export interface AccessOfGroup extends ReleasedCounts {
  readonly path: string;
  readonly title: string;
  /** A whole percentage, worked out from the rounded counts. */
  readonly accessRate: number | null;
}

/** Reads the round that the first page shows. */
export abstract class LatestPublishedRound {
  /** @returns nothing while no round was ever published */
  abstract read(): Promise<LatestRound | undefined>;
}
