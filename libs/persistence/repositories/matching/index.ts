import { Outbox } from '@evenhand/kernel';
import {
  EnquiryRepository,
  ExplanationReviewRepository,
  MatchingRoundRepository,
  MatchingRunRepository,
  MentoringRequestRepository,
  OpenJobs,
  PartInRoundRepository,
  ProposalRepository,
} from '@evenhand/matching';
import type { Provider } from '@nestjs/common';
import { OutboxJobs } from '../../outbox-jobs';
import { PostgresOpenJobs } from './postgres-open-jobs';
import { TypeormEnquiryRepository } from './typeorm-enquiry.repository';
import { TypeormExplanationReviewRepository } from './typeorm-explanation-review.repository';
import { TypeormMatchingRoundRepository } from './typeorm-matching-round.repository';
import { TypeormMatchingRunRepository } from './typeorm-matching-run.repository';
import { TypeormMentoringRequestRepository } from './typeorm-mentoring-request.repository';
import { TypeormPartInRoundRepository } from './typeorm-part-in-round.repository';
import { TypeormProposalRepository } from './typeorm-proposal.repository';

/** What answers the context's ports. */
export const MATCHING_REPOSITORIES: readonly Provider[] = [
  { provide: MentoringRequestRepository, useClass: TypeormMentoringRequestRepository },
  { provide: MatchingRoundRepository, useClass: TypeormMatchingRoundRepository },
  { provide: MatchingRunRepository, useClass: TypeormMatchingRunRepository },
  { provide: EnquiryRepository, useClass: TypeormEnquiryRepository },
  { provide: ExplanationReviewRepository, useClass: TypeormExplanationReviewRepository },
  { provide: PartInRoundRepository, useClass: TypeormPartInRoundRepository },
  { provide: ProposalRepository, useClass: TypeormProposalRepository },
  { provide: OpenJobs, useClass: PostgresOpenJobs },
  OutboxJobs,
  { provide: Outbox, useExisting: OutboxJobs },
];
