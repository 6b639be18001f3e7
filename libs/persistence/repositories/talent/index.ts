import {
  Nominees,
  CriticalPostRepository,
  DecisionReviewRepository,
  PoolDecisionRepository,
  PoolMemberRepository,
  PoolPublicationRepository,
  TalentPoolRepository,
  ToldOfPools,
} from '@evenhand/talent';
import type { Provider } from '@nestjs/common';
import { SqlToldOfPools } from './sql-told-of-pools';
import { TypeormNominees } from './typeorm-nominees';
import { TypeormCriticalPostRepository } from './typeorm-critical-post.repository';
import { TypeormDecisionReviewRepository } from './typeorm-decision-review.repository';
import { TypeormPoolDecisionRepository } from './typeorm-pool-decision.repository';
import { TypeormPoolMemberRepository } from './typeorm-pool-member.repository';
import { TypeormPoolPublicationRepository } from './typeorm-pool-publication.repository';
import { TypeormTalentPoolRepository } from './typeorm-talent-pool.repository';

/** What answers the context's ports. */
export const TALENT_REPOSITORIES: readonly Provider[] = [
  { provide: TalentPoolRepository, useClass: TypeormTalentPoolRepository },
  { provide: PoolMemberRepository, useClass: TypeormPoolMemberRepository },
  { provide: PoolDecisionRepository, useClass: TypeormPoolDecisionRepository },
  { provide: Nominees, useClass: TypeormNominees },
  { provide: PoolPublicationRepository, useClass: TypeormPoolPublicationRepository },
  { provide: ToldOfPools, useClass: SqlToldOfPools },
  { provide: CriticalPostRepository, useClass: TypeormCriticalPostRepository },
  { provide: DecisionReviewRepository, useClass: TypeormDecisionReviewRepository },
];
