import { OpportunityRepository } from '@evenhand/development';
import type { Provider } from '@nestjs/common';
import { TypeormOpportunityRepository } from './typeorm-opportunity.repository';

/** What answers the context's ports. */
export const DEVELOPMENT_REPOSITORIES: readonly Provider[] = [
  { provide: OpportunityRepository, useClass: TypeormOpportunityRepository },
];
