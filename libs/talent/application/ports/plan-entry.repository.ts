import type { Page, PageRequest } from '@evenhand/kernel';
import type { PlanEntry, PlanEntryKind } from '../../domain/plan/plan-entry';

/** Of which plan, and of which kind. */
export interface EntriesOf<Kind extends PlanEntryKind> {
  readonly programmeId: string;
  readonly kind: Kind;
}

/** Keeps the actions, risks and scenarios of plans. */
export abstract class PlanEntryRepository {
  abstract add(entry: PlanEntry): Promise<void>;
  abstract count(of: EntriesOf<PlanEntryKind>): Promise<number>;
  /** The entry as kept, one version higher. @throws StaleVersion when it has another version by now */
  abstract save<Kind extends PlanEntryKind>(entry: PlanEntry<Kind>): Promise<PlanEntry<Kind>>;
  /** Undefined too where the entry of that id is of another plan or another kind. */
  abstract byId<Kind extends PlanEntryKind>(
    of: EntriesOf<Kind>,
    id: string,
  ): Promise<PlanEntry<Kind> | undefined>;
  /** What was added last comes first. */
  abstract list<Kind extends PlanEntryKind>(
    of: EntriesOf<Kind>,
    page: PageRequest,
  ): Promise<Page<PlanEntry<Kind>>>;
  /** All of them, in no order: a plan holds no more than so many. */
  abstract all<Kind extends PlanEntryKind>(of: EntriesOf<Kind>): Promise<readonly PlanEntry<Kind>[]>;
}
