export {
  type CriteriaVersion,
  type Criterion,
  POOL_STATES,
  type PoolState,
  type ShownPools,
  type TalentPool,
  type WayIn,
  WAYS_IN,
} from './domain/talent-pool';
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
} from './domain/pool-member';
export { isConsenting, isShown, type ShownMembers } from './domain/shown-members';
export { DECISION_OUTCOMES, type DecisionOutcome, type PoolDecision } from './domain/pool-decision';
export type { CompositionRow, PoolComposition } from './domain/pool-composition';
export type { PoolPublication } from './domain/pool-publication';
export type { ReleasedComposition, ReleasedDecisions, ReleasedShare } from './domain/released-composition';
export { type PoolFilter, TalentPoolRepository } from './application/ports/talent-pool.repository';
export { type MemberFilter, PoolMemberRepository } from './application/ports/pool-member.repository';
export { type DecisionFilter, PoolDecisionRepository } from './application/ports/pool-decision.repository';
export { type Nominee, Nominees } from './application/ports/nominees';
export { PoolPublicationRepository } from './application/ports/pool-publication.repository';
export type { MemberAddress } from './application/reached-pool';
export { AddCriteriaVersion } from './application/add-criteria-version';
export { Apply } from './application/apply';
export { Assess } from './application/assess';
export { ChangeTalentPool } from './application/change-talent-pool';
export { CloseTalentPool } from './application/close-talent-pool';
export { CreateTalentPool } from './application/create-talent-pool';
export { Decide } from './application/decide';
export { DeclareInterest } from './application/declare-interest';
export { DeclineNomination } from './application/decline-nomination';
export { ListDecisions } from './application/list-decisions';
export { ListMembers } from './application/list-members';
export { ListOwnNominations, type OwnNomination } from './application/list-own-nominations';
export { ListTalentPools } from './application/list-talent-pools';
export { ListTransparentPools } from './application/list-transparent-pools';
export { Nominate } from './application/nominate';
export { OpenTalentPool } from './application/open-talent-pool';
export { PublishPoolCounts } from './application/publish-pool-counts';
export { ReadCriteria } from './application/read-criteria';
export { type MemberCard, ReadMemberCards } from './application/read-member-cards';
export { ReadPoolMember } from './application/read-pool-member';
export { ReadPoolComposition } from './application/read-pool-composition';
export { ReadTalentPool } from './application/read-talent-pool';
export { ReadTransparentPool, type TransparentPool } from './application/read-transparent-pool';
export { RecordAppointment } from './application/record-appointment';
export { RecordLeaving } from './application/record-leaving';
export { TalentModule } from './application/talent.module';
