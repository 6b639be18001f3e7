export {
  CRITERIA,
  type Criterion,
  CRITERION_TITLES,
  checkRules,
  DEFAULT_RULES,
  type MatchingRules,
  type RulesInput,
  unknownPriorPaths,
} from './domain/rules';
export {
  ELIGIBILITY_RULES,
  type EligibilityRule,
  RULE_TEXTS,
  type RuleText,
} from './domain/eligibility-rule';
export { pairKey, type PeopleToPair } from './domain/compiled-people';
export { PairJudge, ruleBroken } from './domain/pair-judge';
export {
  type CoveredGap,
  type CriterionPoints,
  explainPair,
  type PairExplanation,
  type UncoveredGap,
} from './domain/explanation';
export {
  type FinishedRound,
  type RuleCount,
  type UnmatchedReason,
  UnmatchedReasons,
} from './domain/unmatched-reason';
export { type Shortage, Shortages } from './domain/shortage';
export {
  type Bottleneck,
  type ConcernedGroup,
  type MentorsInCommon,
  type WhatIsAsked,
} from './domain/bottleneck';
export type { CountedEntry } from './domain/counted-entries';
export type { MatchQuality, QualityRow, Spread } from './domain/match-quality';
export type { Preferences } from './domain/preferences-met';
export {
  type CertificatePrices,
  PLACE_GAINS,
  type PlaceGain,
  type PlaceWorth,
  worthOfPlaces,
} from './domain/place-worth';
export type { MentorProfile } from './domain/recruitment/mentor-profile';
export type { AccessChange, RecruitmentEffect } from './domain/recruitment/recruitment-effect';
export type { RecruitmentReason, RecruitmentTarget } from './domain/recruitment/recruitment-target';
export { type GapNobodyOffers, gapsNobodyOffers } from './domain/gaps-nobody-offers';
export { type Access, type AccessRow, type Share } from './domain/access';
export { readEarlierPairs } from './domain/earlier-pairs';
export {
  type FoundMatching,
  type Match,
  type MatchOutcome,
  matchPeople,
  type Notice,
  type NotTakingPart,
  type Offer,
  type MatchInput,
  type Solve,
  type Unmatched,
} from './application/match-people';
export {
  affordableSolves,
  type ExplainInput,
  explainRound,
  MOST_TARGETS,
  type RoundExplanation,
} from './application/explain-round';
export {
  type MentoringRequest,
  moveRequest,
  OPEN_REQUEST_STATES,
  REQUEST_STATES,
  type RequestMove,
  type RequestState,
} from './domain/lifecycle/mentoring-request';
export {
  type MatchingRound,
  moveRound,
  ROUND_STATES,
  type RoundFailure,
  type RoundMove,
  type RoundScope,
  type RoundState,
} from './domain/lifecycle/matching-round';
export {
  type Decider,
  DECISION_KINDS,
  type DecisionKind,
  LONGEST_REASON,
  type Override,
  type PairDecision,
} from './domain/override/pair-decision';
export {
  type Alternative,
  MOST_ALTERNATIVES,
  type Move,
  type OverrideEffect,
} from './domain/override/override-effect';
export type { MatchingRun, RunKind, RunProgress, RunState } from './domain/lifecycle/matching-run';
export {
  type Enquiry,
  ENQUIRY_KINDS,
  ENQUIRY_STATES,
  type EnquiryAnswer,
  type EnquiryKind,
  type EnquiryQuestion,
  type EnquiryState,
} from './domain/lifecycle/enquiry';
export type {
  AccessComparison,
  BeforeAndAfter,
  ComparedAccess,
  OutcomeComparison,
} from './domain/outcome-comparison';
export type { FrontierPoint, FrontierRate, Price } from './domain/equity-frontier';
export {
  DECLINE_REASONS,
  type DeclineReason,
  PLACE_USING_STATES,
  type Proposal,
  PROPOSAL_STATES,
  type ProposalState,
  type Question,
  REMINDER_DAYS,
  type Side,
  USUAL_PROPOSAL_DAYS,
} from './domain/lifecycle/proposal';
export type { CompiledRows } from './domain/rows/compiled-rows';
export { RowReader } from './domain/rows/row-reader';
export type { Colleague } from './domain/colleague';
export type { Snapshot } from './domain/snapshot';
export type {
  PlaceGainCount,
  RunBottlenecks,
  RunOutcome,
  RunSummary,
  RunVerdict,
  SolvedRun,
} from './domain/run-outcome';
export { MOST_BOTTLENECKS } from './domain/run-outcome';
export {
  MentoringRequestRepository,
  type RequestFilter,
} from './application/ports/mentoring-request.repository';
export { MatchingRoundRepository } from './application/ports/matching-round.repository';
export { MatchingRunRepository, type PseudonymLink } from './application/ports/matching-run.repository';
export {
  type PersonPair,
  type ProposalFilter,
  ProposalRepository,
} from './application/ports/proposal.repository';
export { ConfirmedPairs } from './application/ports/confirmed-pairs';
export {
  type FrozenAndSolved,
  type Solver,
  SolveRunner,
  type SolverProgress,
  type SolverWatch,
} from './application/ports/solve-runner';
export { PartInRoundRepository } from './application/ports/part-in-round.repository';
export { type PartInRound, PARTS_IN_ROUND } from './domain/lifecycle/part-in-round';
export { EnquiryRepository } from './application/ports/enquiry.repository';
export { MatchingSettings } from './application/ports/matching-settings';
export { type CountInWords, type ReasonInRoundNumbers } from './domain/reason-in-round-numbers';
export {
  CreateMentoringRequest,
  type NewMentoringRequest,
} from './application/requests/create-mentoring-request';
export { SubmitMentoringRequest } from './application/requests/submit-mentoring-request';
export { AskAgain } from './application/requests/ask-again';
export { WithdrawMentoringRequest } from './application/requests/withdraw-mentoring-request';
export { ChangeMentoringRequest } from './application/requests/change-mentoring-request';
export { ReadMentoringRequest } from './application/requests/read-mentoring-request';
export { ListMentoringRequests } from './application/requests/list-mentoring-requests';
export { SubmitImportedRequests } from './application/requests/submit-imported-requests';
export { ExpireRequestsOfProgramme } from './application/requests/expire-requests-of-programme';
export { type RoundParts } from './application/rounds/check-round';
export { CreateMatchingRound, type NewMatchingRound } from './application/rounds/create-matching-round';
export { ChangeMatchingRound } from './application/rounds/change-matching-round';
export { RunMatchingRound } from './application/rounds/run-matching-round';
export { CancelMatchingRound } from './application/rounds/cancel-matching-round';
export { ReopenMatchingRound } from './application/rounds/reopen-matching-round';
export { DiscardMatchingRound } from './application/rounds/discard-matching-round';
export { PublishMatchingRound } from './application/rounds/publish-matching-round';
export { ReadMatchingRound, type RoundWithRun } from './application/rounds/read-matching-round';
export { ListMatchingRounds, type RoundFilter } from './application/rounds/list-matching-rounds';
export {
  ReadRoundResult,
  type ResultMatch,
  type ResultUnmatched,
  type RoundResult,
} from './application/rounds/read-round-result';
export { ReadRoundAccess, type RoundAccess } from './application/rounds/read-round-access';
export { ReadCertificate, type RoundCertificate } from './application/rounds/read-certificate';
export { ReadBottlenecks, type RoundBottlenecks } from './application/rounds/read-bottlenecks';
export { ReadResultDocument } from './application/rounds/read-result-document';
export {
  ExplainMentoringRequest,
  type MatchedExplanation,
  type RequestExplanation,
  type UnmatchedExplanation,
} from './application/rounds/explain-mentoring-request';
export type {
  ReleasedCounts,
  ReleasedPrior,
  TransparentRound,
  TransparentRow,
  TransparentRules,
} from './application/rounds/transparent-round';
export { roundStatement } from './application/rounds/round-statement';
export { ListTransparentRounds } from './application/rounds/list-transparent-rounds';
export { ReadTransparentRound } from './application/rounds/read-transparent-round';
export { ReadLatestPublishedRound } from './application/rounds/read-latest-published-round';
export {
  type ExplanationReview,
  REVIEW_STATES,
  type ReviewFinding,
  type ReviewState,
} from './domain/lifecycle/review';
export {
  ExplanationReviewRepository,
  type ReviewFilter,
} from './application/ports/explanation-review.repository';
export { AskForReview, type WantedReview } from './application/reviews/ask-for-review';
export { ListReviews } from './application/reviews/list-reviews';
export { SettleReview } from './application/reviews/settle-review';
export { solveSnapshot } from './application/runs/solve-snapshot';
export { answerQuestion } from './application/enquiries/answer-question';
export { AskEnquiry, type NewEnquiry } from './application/enquiries/ask-enquiry';
export { AnswerEnquiry } from './application/enquiries/answer-enquiry';
export { ForgetEnquiries } from './application/enquiries/forget-enquiries';
export { type EnquiryOf, ReadEnquiry } from './application/enquiries/read-enquiry';
export { type Preview, type PreviewedChange, ReadPreview } from './application/enquiries/read-preview';
export {
  type AlternativeByPerson,
  type MoveByPerson,
  type OverridePreview,
  type PreviewedOverride,
  ReadOverridePreview,
} from './application/enquiries/read-override-preview';
export type { StatedDecision } from './application/overrides/check-decision';
export { type NewOverride, OverrideMatchingRound } from './application/overrides/override-matching-round';
export type { OverrideRun, PairOverride } from './application/runs/overrides-of-round';
export { ReadOverride, type ReadableOverride } from './application/overrides/read-override';
export { type OverrideReason, ReadOverrideReasons } from './application/overrides/read-override-reasons';
export { SolveMatchingRun } from './application/runs/solve-matching-run';
export { FailMatchingRun } from './application/runs/fail-matching-run';
export { RefillMatchingRound } from './application/runs/refill-matching-round';
export { SweepProposals, type SweptProposals } from './application/runs/sweep-proposals';
export { ListProposals } from './application/proposals/list-proposals';
export { ReadProposal } from './application/proposals/read-proposal';
export type { ShownProposal } from './application/proposals/show-people';
export { AcceptProposal, type ProposalAnswer } from './application/proposals/accept-proposal';
export { DeclineProposal, type ProposalRefusal } from './application/proposals/decline-proposal';
export { AskAboutProposal, type ProposalQuestion } from './application/proposals/ask-about-proposal';
export { MatchingJobsModule, MatchingModule } from './application/matching.module';
export { ListOpenJobs } from './application/jobs/list-open-jobs';
export { RedriveJob } from './application/jobs/redrive-job';
export { type OpenJob, OpenJobs } from './application/ports/open-jobs';
export { type ExplanationSample, SampleExplanations } from './application/rounds/sample-explanations';
export {
  MOST_SAMPLED,
  type SampledBackground,
  type SampledExplanation,
  sampleExplanations,
  USUAL_SAMPLE,
} from './domain/explanation-sample';
