import type { Page, PageRequest } from '@evenhand/kernel';
import type { BreakGlass } from '../../domain/break-glass';

/** Keeps which records admins asked to see, and who agreed. */
export abstract class BreakGlassRepository {
  /** @throws NotFound where there is no such person */
  abstract add(asked: BreakGlass): Promise<void>;
  /** @throws StaleVersion */
  abstract save(changed: BreakGlass): Promise<BreakGlass>;
  /** Held for this transaction. */
  abstract lock(id: string): Promise<BreakGlass | undefined>;
  /** The newest first. */
  abstract list(page: PageRequest): Promise<Page<BreakGlass>>;
  /** Those of these people that were agreed to, the newest first. */
  abstract openedOf(personIds: readonly string[]): Promise<readonly BreakGlass[]>;
}
