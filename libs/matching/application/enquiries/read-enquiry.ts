import { NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Enquiry, EnquiryAnswer, EnquiryKind, EnquiryQuestion } from '../../domain/lifecycle/enquiry';
import { EnquiryRepository } from '../ports/enquiry.repository';

/** An enquiry of one kind, with the question and the answer of that kind. */
export type EnquiryOf<Kind extends EnquiryKind> = Omit<Enquiry, 'question' | 'answer'> & {
  readonly question: Extract<EnquiryQuestion, { kind: Kind }>;
  readonly answer?: Extract<EnquiryAnswer, { kind: Kind }>;
};

/** Reads what became of an enquiry. */
@Injectable()
export class ReadEnquiry {
  constructor(private readonly enquiries: EnquiryRepository) {}

  /** @throws NotFound also where it is of another kind, or into another round */
  async run<Kind extends EnquiryKind>(roundId: string, kind: Kind, id: string): Promise<EnquiryOf<Kind>> {
    const enquiry = await this.enquiries.byId(id);
    if (enquiry?.roundId !== roundId || enquiry.question.kind !== kind) {
      throw new NotFound(kind, id);
    }
    // What answers a question is of its kind.
    return enquiry as EnquiryOf<Kind>;
  }
}
