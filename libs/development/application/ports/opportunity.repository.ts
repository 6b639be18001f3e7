import type { Page, PageRequest } from '@evenhand/kernel';
import type { Opportunity, OpportunityState } from '../../domain/opportunity';

/** Which opportunities are listed; what is absent leaves none out. */
export interface OpportunityFilter {
  readonly programmeIds?: readonly string[];
  readonly kind?: string;
  /** As they stand today: those whose last day is over are closed. */
  readonly states?: readonly OpportunityState[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** Keeps opportunities. */
export abstract class OpportunityRepository {
  abstract add(opportunity: Opportunity): Promise<void>;
  /** @throws StaleVersion when it has another version by now */
  abstract save(opportunity: Opportunity): Promise<Opportunity>;
  abstract byId(id: string): Promise<Opportunity | undefined>;
  /** The newest first. */
  abstract list(filter: OpportunityFilter, page: PageRequest): Promise<Page<Opportunity>>;
}
