import { type PublicSnapshot, type PublicSnapshotReport, ReadSnapshots } from '@evenhand/equity';
import type { Page } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { PublishedSnapshots } from './published-snapshots';

const ON_A_PAGE = 200;

/** Reads snapshots as the context releases them. */
@Injectable()
export class TransparentSnapshots extends PublishedSnapshots {
  constructor(private readonly snapshots: ReadSnapshots) {
    super();
  }

  override list(): Promise<Page<PublicSnapshot>> {
    return this.snapshots.published({ limit: ON_A_PAGE });
  }

  override read(id: string): Promise<PublicSnapshotReport> {
    return this.snapshots.publishedOne(id);
  }
}
