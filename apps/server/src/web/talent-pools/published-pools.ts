import type { TalentPool, TransparentPool } from '@evenhand/talent';

/** Reads what everybody may know of talent pools. */
export abstract class PublishedPools {
  /** The newest first, as many as fit on one page. */
  abstract list(): Promise<readonly TalentPool[]>;
  /** @throws NotFound where there is no such pool, or none that was ever opened */
  abstract read(id: string): Promise<TransparentPool>;
}
