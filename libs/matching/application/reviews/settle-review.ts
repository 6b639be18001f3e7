import { AuditTrail, type Authority, Clock, Conflict, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type ExplanationReview, type ReviewFinding, settleReview } from '../../domain/lifecycle/review';
import { ExplanationReviewRepository } from '../ports/explanation-review.repository';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';

/** A coordinator says what they found when they looked again. */
@Injectable()
export class SettleReview {
  constructor(
    private readonly reviews: ExplanationReviewRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound for the review, or an override that is none of the programme; Conflict `explanation-review.own`,
   *   `explanation-review.is-settled`, `explanation-review.not-changed`
   */
  run(authority: Authority, id: string, finding: ReviewFinding): Promise<ExplanationReview> {
    return this.transaction.run(async () => {
      const review = await this.reviews.lock(id);
      if (review === undefined || !authority.reachesProgramme(review.programmeId)) {
        throw new NotFound('explanation review', id);
      }
      if (authority.is(review.personId)) {
        throw new Conflict(
          'explanation-review.own',
          'You asked for this yourself: another coordinator has to look at it.',
        );
      }
      const settled = settleReview(review, finding, this.clock.now());
      await this.refuseUnknownOverride(settled);
      const { programmeId, personId } = review;
      await this.trail.record({
        ...{ kind: 'decision', action: 'explanation-review.settled', authority, programmeId },
        ...{ personIds: [personId], thing: { kind: 'explanation-review', id } },
        details: { outcome: finding.outcome },
      });
      return this.reviews.save(settled);
    });
  }

  private async refuseUnknownOverride({ programmeId, overrideId }: ExplanationReview): Promise<void> {
    if (overrideId === undefined) return;
    const run = await this.runs.byId(overrideId);
    const round = run?.kind === 'override' ? await this.rounds.byId(run.roundId) : undefined;
    if (round?.programmeId !== programmeId) {
      throw new NotFound('override', overrideId);
    }
  }
}
