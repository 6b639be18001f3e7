import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type CeilingsFound, ceilingsFound } from '../../domain/barriers/ceilings-found';
import { EquitySnapshotRepository } from '../ports/equity-snapshot.repository';
import { BarrierReviewRepository } from './ports/barrier-review.repository';
import { reachedReview } from './reached-review';

/** Ceilings with the published snapshot that says so. */
export interface PublishedCeilings extends CeilingsFound {
  /** UUID. */
  readonly snapshotId: string;
  readonly publishedAt: Date;
  /** When the counts were taken. */
  readonly countedAt: Date;
}

/**
 * Where the data say that professions stop, beside what leaders say keeps them. Snapshots tell of whole programmes: the
 * ceilings of one organisation are not told here.
 */
@Injectable()
export class ReadBarrierCeilings {
  constructor(
    private readonly reviews: BarrierReviewRepository,
    private readonly snapshots: EquitySnapshotRepository,
  ) {}

  /**
   * From the last published snapshot of the review's programme: undefined where none was.
   *
   * @throws NotFound where there is no such review
   */
  async run(authority: Authority, reviewId: string): Promise<PublishedCeilings | undefined> {
    const { programmeId } = await reachedReview(this.reviews, authority, reviewId);
    const snapshot = await this.snapshots.latestPublishedOf(programmeId);
    if (snapshot === undefined) return undefined;
    const { id: snapshotId, publishedAt, countedAt, report } = snapshot;
    return { ...{ snapshotId, publishedAt, countedAt }, ...ceilingsFound(report) };
  }
}
