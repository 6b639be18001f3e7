import { CriticalPostRow } from './critical-post.row';
import { PoolDecisionReviewRow } from './pool-decision-review.row';
import { TalentPoolCriteriaRow } from './talent-pool-criteria.row';
import { TalentPoolDecisionRow } from './talent-pool-decision.row';
import { TalentPoolMemberRow } from './talent-pool-member.row';
import { TalentPoolPublicationRow } from './talent-pool-publication.row';
import { TalentPoolRow } from './talent-pool.row';

/** Tables of the context. */
export const TALENT_ROWS = [
  TalentPoolRow,
  TalentPoolCriteriaRow,
  TalentPoolMemberRow,
  TalentPoolDecisionRow,
  TalentPoolPublicationRow,
  CriticalPostRow,
  PoolDecisionReviewRow,
] as const;
