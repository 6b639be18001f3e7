import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { OutcomeComparison } from '../../domain/outcome-comparison';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { type EnquiryOf, ReadEnquiry } from './read-enquiry';

/** What other rules would change, told by request; `null` stands for a request whose person was erased since. */
export interface PreviewedChange extends Omit<OutcomeComparison, 'gained' | 'lost'> {
  readonly gained: readonly (string | null)[];
  readonly lost: readonly (string | null)[];
}

/** A preview, and what came of it once it is answered. */
export interface Preview {
  readonly enquiry: EnquiryOf<'preview'>;
  readonly change?: PreviewedChange;
}

/** Reads a preview for those who run the programme. */
@Injectable()
export class ReadPreview {
  constructor(
    private readonly read: ReadEnquiry,
    private readonly runs: MatchingRunRepository,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, roundId: string, id: string): Promise<Preview> {
    const enquiry = await this.read.run(authority, roundId, 'preview', id);
    if (enquiry.answer === undefined) {
      return { enquiry };
    }
    const { comparison } = enquiry.answer;
    const links = await this.runs.links(enquiry.runId);
    const requestOf = new Map(links.map(({ pseudonym, requestId }) => [pseudonym, requestId]));
    const requests = (mentees: readonly string[]): (string | null)[] =>
      mentees.map((mentee) => requestOf.get(mentee) ?? null);
    return {
      enquiry,
      change: { ...comparison, gained: requests(comparison.gained), lost: requests(comparison.lost) },
    };
  }
}
