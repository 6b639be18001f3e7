import { AsksForMentor, PlacesInUse, ProgrammeClosing, ReadPersonCards } from '@evenhand/people';
import { Catalogue, healthAndCare } from '@evenhand/taxonomy';
import { type DynamicModule, Module } from '@nestjs/common';
import { AnswerEnquiry } from './enquiries/answer-enquiry';
import { AskEnquiry } from './enquiries/ask-enquiry';
import { ForgetEnquiries } from './enquiries/forget-enquiries';
import { ReadEnquiry } from './enquiries/read-enquiry';
import { ReadOverridePreview } from './enquiries/read-override-preview';
import { ReadPreview } from './enquiries/read-preview';
import { CheckDecision } from './overrides/check-decision';
import { ListOpenJobs } from './jobs/list-open-jobs';
import { RedriveJob } from './jobs/redrive-job';
import { OverrideMatchingRound } from './overrides/override-matching-round';
import { ReadOverride } from './overrides/read-override';
import { ReadOverrideReasons } from './overrides/read-override-reasons';
import { DecideAboutRound } from './parts/decide-about-round';
import { LookAtOutcome } from './parts/look-at-outcome';
import { PartsInRounds } from './parts/parts-in-rounds';
import { MatchingSettings } from './ports/matching-settings';
import { ProposalRepository } from './ports/proposal.repository';
import { AcceptProposal } from './proposals/accept-proposal';
import { AskAboutProposal } from './proposals/ask-about-proposal';
import { DeclineProposal } from './proposals/decline-proposal';
import { FindProposal } from './proposals/find-proposal';
import { ListProposals } from './proposals/list-proposals';
import { ReadProposal } from './proposals/read-proposal';
import { ShowPeople } from './proposals/show-people';
import { AskAgain } from './requests/ask-again';
import { ChangeMentoringRequest } from './requests/change-mentoring-request';
import { CreateMentoringRequest } from './requests/create-mentoring-request';
import { ExpireRequestsOfProgramme } from './requests/expire-requests-of-programme';
import { GiveRequestsBack } from './requests/give-requests-back';
import { ListMentoringRequests } from './requests/list-mentoring-requests';
import { ReadMentoringRequest } from './requests/read-mentoring-request';
import { SubmitImportedRequests } from './requests/submit-imported-requests';
import { SubmitMentoringRequest } from './requests/submit-mentoring-request';
import { WithdrawMentoringRequest } from './requests/withdraw-mentoring-request';
import { AskForReview } from './reviews/ask-for-review';
import { ListReviews } from './reviews/list-reviews';
import { SettleReview } from './reviews/settle-review';
import { CancelMatchingRound } from './rounds/cancel-matching-round';
import { ChangeMatchingRound } from './rounds/change-matching-round';
import { CreateMatchingRound } from './rounds/create-matching-round';
import { DiscardMatchingRound } from './rounds/discard-matching-round';
import { ExplainMentoringRequest } from './rounds/explain-mentoring-request';
import { ListMatchingRounds } from './rounds/list-matching-rounds';
import { ListTransparentRounds } from './rounds/list-transparent-rounds';
import { PublishMatchingRound } from './rounds/publish-matching-round';
import { ReadBottlenecks } from './rounds/read-bottlenecks';
import { ReadCertificate } from './rounds/read-certificate';
import { ReadLatestPublishedRound } from './rounds/read-latest-published-round';
import { ReadMatchingRound } from './rounds/read-matching-round';
import { ReadResultDocument } from './rounds/read-result-document';
import { ReadRoundAccess } from './rounds/read-round-access';
import { ReadRoundResult } from './rounds/read-round-result';
import { ReadTransparentRound } from './rounds/read-transparent-round';
import { ReopenMatchingRound } from './rounds/reopen-matching-round';
import { RunMatchingRound } from './rounds/run-matching-round';
import { SampleExplanations } from './rounds/sample-explanations';
import { FailMatchingRun } from './runs/fail-matching-run';
import { FreezeRound } from './runs/freeze-round';
import { LeaveRefill } from './runs/leave-refill';
import { OfferPairs } from './runs/offer-pairs';
import { ReadPeopleOfProgramme } from './runs/people-of-programme';
import { RefillAgain } from './runs/refill-again';
import { RefillMatchingRound } from './runs/refill-matching-round';
import { SolveMatchingRun } from './runs/solve-matching-run';
import { SweepProposals } from './runs/sweep-proposals';

const USE_CASES = [
  ...[CreateMentoringRequest, SubmitMentoringRequest, WithdrawMentoringRequest, ChangeMentoringRequest],
  ...[
    AskAgain,
    ReadMentoringRequest,
    ListMentoringRequests,
    SubmitImportedRequests,
    ExpireRequestsOfProgramme,
  ],
  ...[CreateMatchingRound, ChangeMatchingRound, RunMatchingRound, CancelMatchingRound, ReopenMatchingRound],
  ...[DiscardMatchingRound, PublishMatchingRound, ReadMatchingRound, ListMatchingRounds],
  ...[ReadRoundResult, ReadRoundAccess, ReadResultDocument, ReadCertificate, ReadBottlenecks],
  ...[ExplainMentoringRequest, SampleExplanations, AskForReview, ListReviews, SettleReview],
  ...[ListOpenJobs, RedriveJob],
  ...[ListTransparentRounds, ReadTransparentRound, ReadLatestPublishedRound],
  ...[AskEnquiry, ReadEnquiry, ReadPreview, ReadOverridePreview],
  ...[OverrideMatchingRound, ReadOverride, ReadOverrideReasons],
  ...[ListProposals, ReadProposal, AcceptProposal, DeclineProposal, AskAboutProposal],
];

const PARTS = [
  ...[FreezeRound, GiveRequestsBack, LeaveRefill, OfferPairs, ReadPeopleOfProgramme, RefillAgain],
  ...[CheckDecision, FindProposal, ReadPersonCards, ShowPeople],
  ...[PartsInRounds, DecideAboutRound, LookAtOutcome],
];

const ANSWERS_TO_PEOPLE = [
  { provide: AsksForMentor, useExisting: SubmitImportedRequests },
  { provide: ProgrammeClosing, useExisting: ExpireRequestsOfProgramme },
  {
    provide: PlacesInUse,
    useFactory: (proposals: ProposalRepository): PlacesInUse => ({
      ofProgramme: (programmeId) => proposals.placesInUse(programmeId),
    }),
    inject: [ProposalRepository],
  },
];

/**
 * What people and those who run a programme do. The ports are bound by whoever imports it; the jobs that follow are in
 * {@link MatchingJobsModule}.
 */
@Module({})
export class MatchingModule {
  static with(settings: MatchingSettings): DynamicModule {
    const shared = [...ANSWERS_TO_PEOPLE, { provide: MatchingSettings, useValue: settings }];
    return {
      module: MatchingModule,
      global: true,
      providers: [...USE_CASES, ...PARTS, ...shared, { provide: Catalogue, useValue: healthAndCare }],
      exports: [...USE_CASES, ...PARTS, ...shared.map(({ provide }) => provide)],
    };
  }
}

const JOBS = [
  ...[SolveMatchingRun, FailMatchingRun, RefillMatchingRound, SweepProposals],
  ...[AnswerEnquiry, ForgetEnquiries],
];

/** What a worker does of its own accord or for the queue. Beside {@link MatchingModule} it needs a `SolveRunner`. */
@Module({ providers: [...JOBS, { provide: Catalogue, useValue: healthAndCare }], exports: JOBS })
export class MatchingJobsModule {}
