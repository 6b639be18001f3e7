import { PoolDecisionRepository, PoolMemberRepository, TalentPoolRepository } from '@evenhand/talent';
import type { Provider } from '@nestjs/common';
import { TypeormPoolDecisionRepository } from './typeorm-pool-decision.repository';
import { TypeormPoolMemberRepository } from './typeorm-pool-member.repository';
import { TypeormTalentPoolRepository } from './typeorm-talent-pool.repository';

/** What answers the context's ports. */
export const TALENT_REPOSITORIES: readonly Provider[] = [
  { provide: TalentPoolRepository, useClass: TypeormTalentPoolRepository },
  { provide: PoolMemberRepository, useClass: TypeormPoolMemberRepository },
  { provide: PoolDecisionRepository, useClass: TypeormPoolDecisionRepository },
];
