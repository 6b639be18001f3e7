import { CreatePeople1763640000000 } from './1763640000000-create-people';
import { CreateMatching1763640100000 } from './1763640100000-create-matching';
import { CreateTalentPools1763640200000 } from './1763640200000-create-talent-pools';
import { CreateEnquiries1763640300000 } from './1763640300000-create-enquiries';
import { AllowRecruitmentEnquiries1763640400000 } from './1763640400000-allow-recruitment-enquiries';
import { AllowOverrides1763640500000 } from './1763640500000-allow-overrides';
import { CreateAccounts1763640600000 } from './1763640600000-create-accounts';
import { CreateBreakGlass1763640650000 } from './1763640650000-create-break-glass';
import { CreateAuditLog1763640700000 } from './1763640700000-create-audit-log';
import { CreateSessions1763640800000 } from './1763640800000-create-sessions';
import { KeepPartsInRounds1763640900000 } from './1763640900000-keep-parts-in-rounds';
import { CreateEqualityAnswers1763641000000 } from './1763641000000-create-equality-answers';
import { CreateRequestCounts1763641100000 } from './1763641100000-create-request-counts';
import { AllowErasure1763641200000 } from './1763641200000-allow-erasure';
import { CreateExplanationReviews1763641210000 } from './1763641210000-create-explanation-reviews';
import { LockRows1763641500000 } from './1763641500000-lock-rows';
import { NarrowReach1763641550000 } from './1763641550000-narrow-reach';
import { NameOrganisationOfAuditors1763641600000 } from './1763641600000-name-organisation-of-auditors';
import { AllowErasureFromOverrides1763641610000 } from './1763641610000-allow-erasure-from-overrides';
import { CreateMentoring1763641700000 } from './1763641700000-create-mentoring';
import { CreateCriticalPosts1763641800000 } from './1763641800000-create-critical-posts';
import { LookIntoTalentPools1763641810000 } from './1763641810000-look-into-talent-pools';
import { CreateLeadershipPlans1763641900000 } from './1763641900000-create-leadership-plans';
import { CreateEquityReports1763642000000 } from './1763642000000-create-equity-reports';
import { CreateBarrierReviews1763642100000 } from './1763642100000-create-barrier-reviews';
import { CountDeliveries1763642200000 } from './1763642200000-count-deliveries';
import { KeepWhenCounted1763642400000 } from './1763642400000-keep-when-counted';
import { NumberBaselines1763642410000 } from './1763642410000-number-baselines';
import { PublishLeadershipPlans1763642500000 } from './1763642500000-publish-leadership-plans';
import { TellLessOfNames1763642600000 } from './1763642600000-tell-less-of-names';
import { CountWhatWasOpen1763642700000 } from './1763642700000-count-what-was-open';
import { KeepTitlesOfSnapshots1763642800000 } from './1763642800000-keep-titles-of-snapshots';
import { TellFiguresByThemselves1763642850000 } from './1763642850000-tell-figures-by-themselves';
import { ReadWhatPlansTold1763642910000 } from './1763642910000-read-what-plans-told';
import { KeepRankOfMentors1763642920000 } from './1763642920000-keep-rank-of-mentors';
import { LetLeadsAnswer1763642930000 } from './1763642930000-let-leads-answer';
import { SayWhyTurnedDown1763642931000 } from './1763642931000-say-why-turned-down';
import { KeepPoliciesOfPublications1763642940000 } from './1763642940000-keep-policies-of-publications';
import { KeepPoliciesOfRounds1763642941000 } from './1763642941000-keep-policies-of-rounds';
import { SayWhyPlansAreTurnedDown1763642950000 } from './1763642950000-say-why-plans-are-turned-down';

/** Every migration, the oldest first. */
export const MIGRATIONS = [
  CreatePeople1763640000000,
  CreateMatching1763640100000,
  CreateTalentPools1763640200000,
  CreateEnquiries1763640300000,
  AllowRecruitmentEnquiries1763640400000,
  AllowOverrides1763640500000,
  CreateAccounts1763640600000,
  CreateBreakGlass1763640650000,
  CreateAuditLog1763640700000,
  CreateSessions1763640800000,
  KeepPartsInRounds1763640900000,
  CreateEqualityAnswers1763641000000,
  CreateRequestCounts1763641100000,
  AllowErasure1763641200000,
  CreateExplanationReviews1763641210000,
  LockRows1763641500000,
  NarrowReach1763641550000,
  NameOrganisationOfAuditors1763641600000,
  AllowErasureFromOverrides1763641610000,
  CreateMentoring1763641700000,
  CreateCriticalPosts1763641800000,
  LookIntoTalentPools1763641810000,
  CreateLeadershipPlans1763641900000,
  CreateEquityReports1763642000000,
  CreateBarrierReviews1763642100000,
  CountDeliveries1763642200000,
  KeepWhenCounted1763642400000,
  NumberBaselines1763642410000,
  PublishLeadershipPlans1763642500000,
  TellLessOfNames1763642600000,
  CountWhatWasOpen1763642700000,
  KeepTitlesOfSnapshots1763642800000,
  TellFiguresByThemselves1763642850000,
  ReadWhatPlansTold1763642910000,
  KeepRankOfMentors1763642920000,
  LetLeadsAnswer1763642930000,
  SayWhyTurnedDown1763642931000,
  KeepPoliciesOfPublications1763642940000,
  KeepPoliciesOfRounds1763642941000,
  SayWhyPlansAreTurnedDown1763642950000,
] as const;
