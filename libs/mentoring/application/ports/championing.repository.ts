import type { Limits, Page, PageRequest } from '@evenhand/kernel';
import type { Championing, ChampioningState } from '../../domain/championing';

/** Which are listed: those that hold to all that is given. */
export interface ChampioningFilter {
  readonly programmeId?: string;
  readonly state?: ChampioningState;
}

/** Keeps whom people named as their champions, and what these did. */
export abstract class ChampioningRepository {
  /** @throws Conflict `championing.already-named` where the person named them, was not put forward since and did not take it back */
  abstract add(championing: Championing): Promise<void>;
  /** @throws StaleVersion when it has another version by now */
  abstract save(championing: Championing): Promise<Championing>;
  abstract byId(id: string): Promise<Championing | undefined>;
  /** Holds it for this transaction. */
  abstract lock(id: string): Promise<Championing | undefined>;
  /** Whom a champion or a person is, the newest name first. @param limits undefined for those of every programme */
  abstract list(
    limits: Limits | undefined,
    filter: ChampioningFilter,
    page: PageRequest,
  ): Promise<Page<Championing>>;
}
