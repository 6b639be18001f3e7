import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type {
  EquitySnapshot,
  PublicSnapshot,
  PublicSnapshotReport,
  SnapshotState,
} from '../../domain/snapshots/equity-snapshot';

/** Which snapshots are listed; what is absent leaves none out. */
export interface SnapshotFilter {
  readonly programmeId?: string;
  readonly states?: readonly SnapshotState[];
  readonly reportId?: string;
}

/** Keeps snapshots. The database itself refuses to change one that is published. */
export abstract class EquitySnapshotRepository {
  /** @throws Conflict `equity-snapshot.exists` where the report has one that is not turned down */
  abstract add(snapshot: EquitySnapshot): Promise<void>;
  /** Holds it for this transaction. */
  abstract lock(id: string): Promise<EquitySnapshot | undefined>;
  abstract byId(id: string): Promise<EquitySnapshot | undefined>;
  abstract save(snapshot: EquitySnapshot): Promise<void>;
  /** The newest first. */
  abstract list(
    filter: SnapshotFilter,
    limits: Limits | undefined,
    page: PageRequest,
  ): Promise<Page<EquitySnapshot>>;
  /** Those that are published, the newest first. */
  abstract published(page: PageRequest): Promise<Page<PublicSnapshot>>;
  /** Undefined where there is none, or it is not published. */
  abstract publishedById(id: string): Promise<PublicSnapshotReport | undefined>;
  /** Of those published of a programme the one that was counted last; undefined where none was. */
  abstract latestPublishedOf(programmeId: string): Promise<PublicSnapshotReport | undefined>;
}
