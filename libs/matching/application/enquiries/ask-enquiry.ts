import { type Authority, Clock, Conflict, Outbox, Random, Transaction } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import type { Enquiry, EnquiryQuestion } from '../../domain/lifecycle/enquiry';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import type { MatchingRules, RulesInput } from '../../domain/rules';
import { CheckDecision, personsOf, type StatedDecision } from '../overrides/check-decision';
import { LookAtOutcome } from '../parts/look-at-outcome';
import { EnquiryRepository } from '../ports/enquiry.repository';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { checkRound } from '../rounds/check-round';
import { findRound, solvedRunOf } from '../rounds/find-round';

/** Each takes a worker as long as the round itself did, or longer. */
const MOST_UNDER_WAY = 5;

/**
 * What somebody asks about a round. In a preview, what is left out of the rules, or of the weights, stays as it is. Of an
 * override either what a decision would do, or the alternatives of a mentee alone.
 */
export type NewEnquiry =
  | { readonly kind: 'replay' }
  | { readonly kind: 'preview'; readonly rules: RulesInput }
  | { readonly kind: 'frontier' }
  | { readonly kind: 'recruitment' }
  | { readonly kind: 'override'; readonly decision: StatedDecision }
  | { readonly kind: 'override'; readonly requestId: string };

/** A question that can be asked, and whom it is about. */
interface CheckedQuestion {
  readonly checked: EnquiryQuestion;
  readonly personIds: readonly string[];
}

/** Leaves an enquiry into a solved round to a worker. The round itself is only read. */
@Injectable()
export class AskEnquiry {
  constructor(
    private readonly transaction: Transaction,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly checkDecision: CheckDecision,
    private readonly outbox: Outbox,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly look: LookAtOutcome,
  ) {}

  /**
   * @throws NotFound, Conflict `matching-round.not-solved`, `enquiry.too-many-under-way`, `matching-round.ran-by-you`
   *   where an auditor ran the round, InputRefused with every fault of the rules; of an override as
   *   {@link CheckDecision}, and `matching-round.cannot-override`
   */
  run(authority: Authority, roundId: string, question: NewEnquiry): Promise<Enquiry> {
    return this.transaction.run(async () => {
      await findRound(authority, this.rounds, roundId);
      const round = (await this.rounds.lock(roundId))!;
      const run = await solvedRunOf(round, this.runs);
      await this.#refuseTooMany(roundId);
      const { checked, personIds } = await this.#checked(round, run, question);
      const enquiry: Enquiry = {
        ...{ id: this.random.uuid(), roundId, runId: run.id, question: checked },
        ...{ state: 'queued', deliveries: 0, progress: { stage: 'waiting', done: 0, total: 1 } },
        askedAt: this.clock.now(),
      };
      await this.look.run(authority, round, {
        ...{ action: 'enquiry.asked', thing: { kind: 'enquiry', id: enquiry.id }, personIds },
        details: { question: checked.kind },
      });
      await this.enquiries.add(enquiry);
      await this.outbox.leave({ kind: 'answer-enquiry', subject: enquiry.id, attempt: 1 });
      return enquiry;
    });
  }

  async #refuseTooMany(roundId: string): Promise<void> {
    if ((await this.enquiries.underWay(roundId)) >= MOST_UNDER_WAY) {
      throw new Conflict(
        'enquiry.too-many-under-way',
        `${MOST_UNDER_WAY} enquiries into this round are queued or running: ask again when one of them is answered.`,
      );
    }
  }

  async #checked(round: MatchingRound, run: MatchingRun, question: NewEnquiry): Promise<CheckedQuestion> {
    switch (question.kind) {
      case 'preview': {
        const rules = this.#checkedRules(round, question.rules);
        return { checked: { kind: 'preview', rules }, personIds: [] };
      }
      case 'override': {
        moveRound(round, 'override');
        if ('requestId' in question) {
          const { mentee, links } = await this.checkDecision.mentee(run, question.requestId);
          return { checked: { kind: 'override', mentee }, personIds: personsOf({ mentee }, links) };
        }
        const { decision, links } = await this.checkDecision.run(round, run, question.decision);
        const { mentee } = decision;
        return { checked: { kind: 'override', mentee, decision }, personIds: personsOf(decision, links) };
      }
      default:
        return { checked: question, personIds: [] };
    }
  }

  #checkedRules({ rules }: MatchingRound, tried: RulesInput): MatchingRules {
    const changed = {
      ...rules,
      ...tried,
      weights: { ...rules.weights, ...tried.weights },
    };
    return checkRound({ rules: changed }, this.catalogue, []).rules!;
  }
}
