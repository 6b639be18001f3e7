import { Catalogue, healthAndCare } from '@evenhand/taxonomy';
import { Module } from '@nestjs/common';
import { ChangeCriticalPost } from './critical-posts/change-critical-post';
import { CloseCriticalPost } from './critical-posts/close-critical-post';
import { FillCriticalPost } from './critical-posts/fill-critical-post';
import { ListCriticalPosts } from './critical-posts/list-critical-posts';
import { OpenCriticalPost } from './critical-posts/open-critical-post';
import { PostChecks } from './critical-posts/post-checks';
import { ReadCover } from './critical-posts/read-cover';
import { ReadCriticalPost } from './critical-posts/read-critical-post';
import { AddCriteriaVersion } from './pools/add-criteria-version';
import { Apply } from './pools/apply';
import { AskForDecisionReview } from './pools/ask-for-decision-review';
import { Assess } from './pools/assess';
import { ChangeTalentPool } from './pools/change-talent-pool';
import { CloseTalentPool } from './pools/close-talent-pool';
import { CreateTalentPool } from './pools/create-talent-pool';
import { Decide } from './pools/decide';
import { DeclareInterest } from './pools/declare-interest';
import { DeclineNomination } from './pools/decline-nomination';
import { KnownOfMembers } from './pools/known-of-members';
import { ListDecisionReviews } from './pools/list-decision-reviews';
import { ListDecisions } from './pools/list-decisions';
import { ListMembers } from './pools/list-members';
import { ListOwnMemberships } from './pools/list-own-memberships';
import { ListOwnNominations } from './pools/list-own-nominations';
import { ListTalentPools } from './pools/list-talent-pools';
import { ListTransparentPools } from './pools/list-transparent-pools';
import { Nominate } from './pools/nominate';
import { OpenTalentPool } from './pools/open-talent-pool';
import { PublishPoolCounts } from './pools/publish-pool-counts';
import { ReadCriteria } from './pools/read-criteria';
import { ReadCriteriaMet } from './pools/read-criteria-met';
import { ReadMemberCards } from './pools/read-member-cards';
import { ReadPoolComposition } from './pools/read-pool-composition';
import { ReadPoolMember } from './pools/read-pool-member';
import { ReadTalentPool } from './pools/read-talent-pool';
import { ReadTransparentPool } from './pools/read-transparent-pool';
import { RecordAppointment } from './pools/record-appointment';
import { RecordLeaving } from './pools/record-leaving';
import { SettleDecisionReview } from './pools/settle-decision-review';

const USE_CASES = [
  AddCriteriaVersion,
  Apply,
  AskForDecisionReview,
  Assess,
  ChangeCriticalPost,
  ChangeTalentPool,
  CloseCriticalPost,
  CloseTalentPool,
  CreateTalentPool,
  Decide,
  DeclareInterest,
  DeclineNomination,
  FillCriticalPost,
  ListCriticalPosts,
  ListDecisionReviews,
  ListDecisions,
  ListMembers,
  ListOwnMemberships,
  ListOwnNominations,
  ListTalentPools,
  ListTransparentPools,
  Nominate,
  OpenCriticalPost,
  OpenTalentPool,
  PublishPoolCounts,
  ReadCover,
  ReadCriteria,
  ReadCriteriaMet,
  ReadCriticalPost,
  ReadMemberCards,
  ReadPoolComposition,
  ReadPoolMember,
  ReadTalentPool,
  ReadTransparentPool,
  RecordAppointment,
  RecordLeaving,
  SettleDecisionReview,
];

/** Everything that can be done with talent pools and critical posts. Its ports are answered by the program that loads it. */
@Module({
  providers: [{ provide: Catalogue, useValue: healthAndCare }, PostChecks, KnownOfMembers, ...USE_CASES],
  exports: USE_CASES,
})
export class TalentModule {}
