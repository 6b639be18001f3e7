import { type Authority, NotFound, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Enquiry, EnquiryAnswer, EnquiryKind, EnquiryQuestion } from '../../domain/lifecycle/enquiry';
import { pseudonymsIn } from '../../domain/pseudonyms-in-answer';
import { LookAtOutcome } from '../parts/look-at-outcome';
import { EnquiryRepository } from '../ports/enquiry.repository';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { findRound } from '../rounds/find-round';

/** An enquiry of one kind, with the question and the answer of that kind. */
export type EnquiryOf<Kind extends EnquiryKind> = Omit<Enquiry, 'question' | 'answer'> & {
  readonly question: Extract<EnquiryQuestion, { kind: Kind }>;
  readonly answer?: Extract<EnquiryAnswer, { kind: Kind }>;
};

/** Reads what became of an enquiry. */
@Injectable()
export class ReadEnquiry {
  constructor(
    private readonly transaction: Transaction,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly look: LookAtOutcome,
  ) {}

  /**
   * @throws NotFound also where it is of another kind, or into another round; Conflict `matching-round.ran-by-you` where
   *   an auditor ran the round
   */
  run<Kind extends EnquiryKind>(
    authority: Authority,
    roundId: string,
    kind: Kind,
    id: string,
  ): Promise<EnquiryOf<Kind>> {
    return this.transaction.run(async () => {
      const round = await findRound(authority, this.rounds, roundId);
      const enquiry = await this.enquiries.byId(id);
      if (enquiry?.roundId !== roundId || enquiry.question.kind !== kind) {
        throw new NotFound(kind, id);
      }
      // Whoever waits for the answer looks again and again, and has seen nothing yet.
      if (enquiry.answer !== undefined) {
        await this.look.run(authority, round, {
          ...{ action: 'enquiry.read', thing: { kind: 'enquiry', id }, details: { question: kind } },
          personIds: await this.#personsIn(enquiry),
        });
      }
      // What answers a question is of its kind.
      return enquiry as EnquiryOf<Kind>;
    });
  }

  async #personsIn(enquiry: Enquiry): Promise<readonly string[]> {
    const told = pseudonymsIn(enquiry);
    const links = told.size === 0 ? [] : await this.runs.links(enquiry.runId);
    return links.filter(({ pseudonym }) => told.has(pseudonym)).map(({ personId }) => personId);
  }
}
