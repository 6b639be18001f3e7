import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { OverrideEffect } from '../../domain/override/override-effect';
import type { DecisionKind } from '../../domain/override/pair-decision';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import type { PreviewedChange } from './read-preview';
import { type EnquiryOf, ReadEnquiry } from './read-enquiry';

/** Another mentor whom the mentee could have; `mentorId` is null where the person was erased since. */
export type AlternativeByPerson = Omit<OverrideEffect['alternatives'][number], 'mentor'> & {
  readonly mentorId: string | null;
};

/** Whose mentor would be another one. `null` stands for none, or for somebody who was erased since. */
export interface MoveByPerson {
  readonly requestId: string | null;
  readonly fromMentorId: string | null;
  readonly toMentorId: string | null;
}

/** What an override would do, by request and person. */
export interface PreviewedOverride {
  readonly moves: readonly MoveByPerson[];
  readonly countsKept: boolean;
  readonly change: PreviewedChange;
}

/** A preview of an override, and what came of it once it is answered. */
export interface OverridePreview {
  readonly enquiry: EnquiryOf<'override'>;
  readonly requestId: string | null;
  /** Absent where the alternatives alone were asked for. */
  readonly decision?: { readonly kind: DecisionKind; readonly mentorId: string | null };
  readonly alternatives?: readonly AlternativeByPerson[];
  readonly effect?: PreviewedOverride;
}

/** Reads what an override would do, for those who run the programme. */
@Injectable()
export class ReadOverridePreview {
  constructor(
    private readonly read: ReadEnquiry,
    private readonly runs: MatchingRunRepository,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, roundId: string, id: string): Promise<OverridePreview> {
    const enquiry = await this.read.run(authority, roundId, 'override', id);
    const links = new Map((await this.runs.links(enquiry.runId)).map((link) => [link.pseudonym, link]));
    const request = (mentee: string): string | null => links.get(mentee)?.requestId ?? null;
    const person = (mentor: string | null): string | null =>
      mentor === null ? null : (links.get(mentor)?.personId ?? null);
    const { mentee, decision } = enquiry.question;
    const asked: OverridePreview = {
      ...{ enquiry, requestId: request(mentee) },
      ...(decision && { decision: { kind: decision.kind, mentorId: person(decision.mentor) } }),
    };
    if (enquiry.answer === undefined) {
      return asked;
    }
    const { alternatives, change } = enquiry.answer.effect;
    return {
      ...asked,
      alternatives: alternatives.map(({ mentor, ...rest }) => ({ mentorId: person(mentor), ...rest })),
      ...(change && {
        effect: {
          moves: change.moves.map((move) => ({
            requestId: request(move.mentee),
            fromMentorId: person(move.from),
            toMentorId: person(move.to),
          })),
          countsKept: change.countsKept,
          change: {
            ...change.comparison,
            gained: change.comparison.gained.map(request),
            lost: change.comparison.lost.map(request),
          },
        },
      }),
    };
  }
}
