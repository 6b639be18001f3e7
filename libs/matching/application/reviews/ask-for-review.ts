import { AuditTrail, type Authority, Clock, NotFound, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { ExplanationReview } from '../../domain/lifecycle/review';
import { ExplanationReviewRepository } from '../ports/explanation-review.repository';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { ExplainMentoringRequest } from '../rounds/explain-mentoring-request';
import { knownRound } from '../rounds/find-round';

/** What is to be looked at again. */
export interface WantedReview {
  readonly roundId: string;
  readonly requestId: string;
  readonly reason?: string;
}

/** Somebody asks that a human being looks again at what a round decided on them. No program decides that there is no need. */
@Injectable()
export class AskForReview {
  constructor(
    private readonly explain: ExplainMentoringRequest,
    private readonly rounds: MatchingRoundRepository,
    private readonly reviews: ExplanationReviewRepository,
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /** @throws as reading the explanation does, Conflict `explanation-review.exists` */
  run(authority: Authority, { roundId, requestId, reason }: WantedReview): Promise<ExplanationReview> {
    return this.transaction.run(async () => {
      await this.explain.run(authority, roundId, requestId);
      const { programmeId } = await knownRound(this.rounds, roundId);
      const personId = authority.personIn(programmeId);
      if (personId === undefined) {
        throw new NotFound('mentoring request', requestId);
      }
      const review: ExplanationReview = {
        ...{ id: this.random.uuid(), programmeId, roundId, requestId, personId },
        ...(reason === undefined ? {} : { reason }),
        ...{ state: 'open', askedAt: this.clock.now(), version: 1 },
      };
      await this.reviews.add(review);
      await this.trail.record({
        ...{
          kind: 'change',
          action: 'explanation-review.asked',
          authority,
          programmeId,
          personIds: [personId],
        },
        thing: { kind: 'explanation-review', id: review.id },
      });
      return review;
    });
  }
}
