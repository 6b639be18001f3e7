import type { PublicSnapshot, PublicSnapshotReport } from '@evenhand/equity';
import type { Page } from '@evenhand/kernel';

/** Reads the equity snapshots that everybody may see. */
export abstract class PublishedSnapshots {
  /** The newest first, as many as fit on one page. */
  abstract list(): Promise<Page<PublicSnapshot>>;
  /** @throws NotFound where there is no such snapshot, or it is not published */
  abstract read(id: string): Promise<PublicSnapshotReport>;
}
