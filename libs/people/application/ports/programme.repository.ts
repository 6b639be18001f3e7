import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { Programme } from '../../domain/programme';

/** Keeps programmes. */
export abstract class ProgrammeRepository {
  /** @throws Conflict `programme.name-taken` */
  abstract add(programme: Programme): Promise<void>;
  /**
   * Keeps a changed programme, whose version is the one that was read; the kept one is one higher.
   *
   * @throws StaleVersion when it has another version by now, Conflict `programme.name-taken`
   */
  abstract save(programme: Programme): Promise<Programme>;
  abstract byId(id: string): Promise<Programme | undefined>;
  abstract byName(name: string): Promise<Programme | undefined>;
  /** Holds the programme for this transaction, so that it stays open, or closed, until then. */
  abstract lock(id: string): Promise<Programme | undefined>;
  /** Within the limits, by name. */
  abstract list(limits: Limits | undefined, page: PageRequest): Promise<Page<Programme>>;
}
