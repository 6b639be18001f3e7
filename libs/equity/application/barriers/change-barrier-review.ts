import { AuditTrail, type Authority, Clock, InputRefused, Random, Transaction } from '@evenhand/kernel';
import { PersonRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import {
  addAction,
  answerQuestion,
  type BarrierAction,
  type BarrierAnswer,
  type BarrierCodes,
  type BarrierJudgement,
  type BarrierReview,
  completeReview,
  judgeBarrier,
  leadsOf,
  nameLeads,
  type ReviewLeads,
  settleAction,
  spokeAs,
} from '../../domain/barriers/barrier-review';
import { type BarrierEvent, tellOfReview } from './barrier-events';
import { BarrierReviewRepository } from './ports/barrier-review.repository';
import { reviewToChange } from './reached-review';

/** A review, and the version that whoever changes it has read. */
export interface ReadReview {
  readonly id: string;
  readonly version: number;
}

/** What becomes of an action. */
export type SettledAction = Required<Pick<BarrierAction, 'outcome'>> & {
  readonly state: Exclude<BarrierAction['state'], 'open'>;
};

/** An organisation's leaders go through their review. Each move keeps the whole of it, or nothing. */
@Injectable()
export class ChangeBarrierReview {
  private readonly codes: BarrierCodes;

  constructor(
    { content }: Catalogue,
    private readonly reviews: BarrierReviewRepository,
    private readonly persons: PersonRepository,
    private readonly random: Random,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {
    const codesOf = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);
    this.codes = {
      barriers: codesOf(content.barriers),
      questions: codesOf(content.barrierQuestions),
    };
  }

  /** @throws NotFound, StaleVersion, as {@link nameLeads}; InputRefused where a lead is nobody in the programme */
  nameLeads(authority: Authority, at: ReadReview, leads: ReviewLeads): Promise<BarrierReview> {
    const personIds = Object.values(leads);
    return this.change(
      authority,
      at,
      'barrier-review.leads-named',
      async (review) => {
        await this.refuseStrangers(review, leads);
        return nameLeads(review, leads);
      },
      { personIds },
    );
  }

  /** @throws NotFound, StaleVersion, as {@link answerQuestion} */
  answer(
    authority: Authority,
    at: ReadReview,
    answer: Omit<BarrierAnswer, 'answeredAt' | 'answeredBy'>,
  ): Promise<BarrierReview> {
    const details = { question: answer.question };
    return this.change(
      authority,
      at,
      'barrier-review.question-answered',
      (review) => {
        const answeredBy = speaker(authority, review);
        return answerQuestion(review, { ...answer, answeredBy, answeredAt: this.clock.now() }, this.codes);
      },
      { details },
    );
  }

  /** @throws NotFound, StaleVersion, as {@link judgeBarrier} */
  judge(
    authority: Authority,
    at: ReadReview,
    judgement: Omit<BarrierJudgement, 'judgedAt' | 'judgedBy'>,
  ): Promise<BarrierReview> {
    const details = { barrier: judgement.barrier, strength: judgement.strength };
    return this.change(
      authority,
      at,
      'barrier-review.barrier-judged',
      (review) => {
        const judgedBy = speaker(authority, review);
        return judgeBarrier(review, { ...judgement, judgedBy, judgedAt: this.clock.now() }, this.codes);
      },
      { details },
    );
  }

  /** @throws NotFound, StaleVersion, as {@link completeReview} */
  complete(authority: Authority, at: ReadReview): Promise<BarrierReview> {
    return this.change(authority, at, 'barrier-review.completed', (review) =>
      completeReview(review, this.codes, this.clock.now()),
    );
  }

  /** @throws NotFound, StaleVersion, as {@link addAction} */
  addAction(
    authority: Authority,
    at: ReadReview,
    action: Pick<BarrierAction, 'barrier' | 'what' | 'owner' | 'due'>,
  ): Promise<BarrierReview> {
    const details = { barrier: action.barrier };
    return this.change(
      authority,
      at,
      'barrier-review.action-added',
      (review) => addAction(review, { id: this.random.uuid(), ...action }, this.codes),
      { details },
    );
  }

  /** @throws NotFound, StaleVersion, as {@link settleAction} */
  settleAction(
    authority: Authority,
    at: ReadReview,
    actionId: string,
    settled: SettledAction,
  ): Promise<BarrierReview> {
    const details = { state: settled.state };
    return this.change(
      authority,
      at,
      'barrier-review.action-settled',
      (review) => settleAction(review, actionId, { ...settled, settledAt: this.clock.now() }),
      { details },
    );
  }

  private async change(
    authority: Authority,
    { id, version }: ReadReview,
    event: BarrierEvent,
    move: (review: BarrierReview) => BarrierReview | Promise<BarrierReview>,
    more: Parameters<typeof tellOfReview>[4] = {},
  ): Promise<BarrierReview> {
    return this.transaction.run(async () => {
      const review = await reviewToChange(this.reviews, authority, id, version);
      const saved = await this.reviews.save(await move(review));
      await tellOfReview(this.trail, event, authority, saved, more);
      return saved;
    });
  }

  private async refuseStrangers({ programmeId }: BarrierReview, leads: ReviewLeads): Promise<void> {
    const named = Object.entries(leads);
    const found = await this.persons.byIds(named.map(([, personId]) => personId));
    const known = found.filter((person) => person.programmeId === programmeId).map((person) => person.id);
    InputRefused.ifAny(
      named.flatMap(([field, personId]) =>
        known.includes(personId) ? [] : [`${field}: the programme has no person ${personId}`],
      ),
    );
  }
}

function speaker(authority: Authority, review: BarrierReview): string {
  const { programmeId } = review;
  const { role } = authority.over({ programmeId, personIds: leadsOf(review) })!;
  return spokeAs(review, authority.personIn(programmeId), role);
}
