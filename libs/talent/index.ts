export {
  type CriteriaVersion,
  type Criterion,
  POOL_STATES,
  type PoolState,
  type ShownPools,
  type TalentPool,
  type WayIn,
  WAYS_IN,
} from './domain/pools/talent-pool';
export {
  type ActingAs,
  type Assessment,
  type CountedMemberState,
  LIVE_MEMBER_STATES,
  MEMBER_STATES,
  type MemberState,
  type Nomination,
  type Nominator,
  NOMINATORS,
  type PoolMember,
  type Readiness,
} from './domain/pools/pool-member';
export { isConsenting, isShown, type ShownMembers } from './domain/pools/shown-members';
export { DECISION_OUTCOMES, type DecisionOutcome, type PoolDecision } from './domain/pools/pool-decision';
export type { CompositionRow, PoolComposition } from './domain/pools/pool-composition';
export type { PoolPublication } from './domain/pools/pool-publication';
export type { ReleasedComposition, ReleasedDecisions, ReleasedShare } from './domain/pools/released-composition';
export { type PoolFilter, TalentPoolRepository } from './application/ports/talent-pool.repository';
export { type MemberFilter, PoolMemberRepository } from './application/ports/pool-member.repository';
export { type DecisionFilter, PoolDecisionRepository } from './application/ports/pool-decision.repository';
export { PoolPublicationRepository } from './application/ports/pool-publication.repository';
export type { MemberAddress } from './application/pools/reached-pool';
export { AddCriteriaVersion } from './application/pools/add-criteria-version';
export { Apply } from './application/pools/apply';
export { Assess } from './application/pools/assess';
export { ChangeTalentPool } from './application/pools/change-talent-pool';
export { CloseTalentPool } from './application/pools/close-talent-pool';
export { CreateTalentPool } from './application/pools/create-talent-pool';
export { Decide } from './application/pools/decide';
export { DeclareInterest } from './application/pools/declare-interest';
export { DeclineNomination } from './application/pools/decline-nomination';
export { ListDecisions } from './application/pools/list-decisions';
export { ListMembers } from './application/pools/list-members';
export { ListTalentPools } from './application/pools/list-talent-pools';
export { ListTransparentPools } from './application/pools/list-transparent-pools';
export { Nominate, type Nominee } from './application/pools/nominate';
export { OpenTalentPool } from './application/pools/open-talent-pool';
export { PublishPoolCounts } from './application/pools/publish-pool-counts';
export { ReadCriteria } from './application/pools/read-criteria';
export { type MemberCard, ReadMemberCards } from './application/pools/read-member-cards';
export { ReadPoolMember } from './application/pools/read-pool-member';
export { ReadPoolComposition } from './application/pools/read-pool-composition';
export { ReadTalentPool } from './application/pools/read-talent-pool';
export { ReadTransparentPool, type TransparentPool } from './application/pools/read-transparent-pool';
export { RecordAppointment } from './application/pools/record-appointment';
export { RecordLeaving } from './application/pools/record-leaving';
export { TalentModule } from './application/talent.module';
