import {
  AuditTrail,
  type Authority,
  Clock,
  InputRefused,
  NotFound,
  Random,
  Transaction,
} from '@evenhand/kernel';
import { lockOpenProgramme, OrganisationRepository, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import type { BarrierReview } from '../../domain/barriers/barrier-review';
import { tellOfReview } from './barrier-events';
import { BarrierReviewRepository } from './ports/barrier-review.repository';

/** What a review is of. */
export type BarrierReviewInput = Pick<BarrierReview, 'programmeId' | 'organisationId' | 'follows'>;

/** Begins an organisation's review of what keeps professions from leading. */
@Injectable()
export class BeginBarrierReview {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly reviews: BarrierReviewRepository,
    private readonly organisations: OrganisationRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound where there is no such programme; InputRefused where the organisation is not of it or not reached, or the review to be
   *   followed is not a completed one of the organisation; Conflict `programme.closed`, `barrier-review.open-already`
   */
  async run(
    authority: Authority,
    { programmeId, organisationId, follows }: BarrierReviewInput,
  ): Promise<BarrierReview> {
    return this.transaction.run(async () => {
      if (!authority.reachesProgramme(programmeId)) {
        throw new NotFound('programme', programmeId);
      }
      await lockOpenProgramme(this.programmes, programmeId);
      await this.refuseStrangers(authority, { programmeId, organisationId, ...(follows && { follows }) });
      const review: BarrierReview = {
        ...{ id: this.random.uuid(), programmeId, organisationId, state: 'open', version: 1 },
        ...(follows === undefined ? {} : { follows }),
        ...{ answers: [], judgements: [], actions: [], begunAt: this.clock.now() },
      };
      await this.reviews.add(review);
      await tellOfReview(this.trail, 'barrier-review.begun', authority, review);
      return review;
    });
  }

  private async refuseStrangers(
    authority: Authority,
    { programmeId, organisationId, follows }: BarrierReviewInput,
  ): Promise<void> {
    const organisation = await this.organisations.byId(organisationId);
    const earlier = follows === undefined ? undefined : await this.reviews.byId(follows);
    const isEarlier = earlier?.organisationId === organisationId && earlier.state === 'completed';
    InputRefused.ifAny([
      ...(organisation?.programmeId === programmeId &&
      authority.reachesOrganisation(programmeId, organisationId)
        ? []
        : [`organisationId: the programme has no organisation ${organisationId}`]),
      ...(follows === undefined || isEarlier
        ? []
        : [`follows: the organisation has no completed review ${follows}`]),
    ]);
  }
}
