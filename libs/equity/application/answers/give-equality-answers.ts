import { type Authority, Clock, Conflict, InputRefused } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import {
  type EqualityAnswers,
  type EqualityRecord,
  refuseUnknownAnswers,
} from '../../domain/answers/equality-record';
import { ownPerson } from './own-person';
import { EqualityRecordRepository } from '../ports/equality-record.repository';

/** Answers, and whether they may be kept. */
export interface GivenAnswers {
  /** Of its own, for this and nothing else: without it nothing is kept. */
  readonly consent: boolean;
  /** In place of all that were given before. */
  readonly answers: EqualityAnswers;
}

/** Somebody answers equality questions, as many of them as they like, so that they are counted. */
@Injectable()
export class GiveEqualityAnswers {
  constructor(
    private readonly records: EqualityRecordRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InputRefused without consent, or with an answer that there is not; Conflict `equality-answers.objected`; as
   *   {@link ownPerson}
   */
  async run(
    authority: Authority,
    { consent, answers }: GivenAnswers,
    programmeId?: string,
  ): Promise<EqualityRecord> {
    const personId = ownPerson(authority, programmeId);
    if (!consent) {
      throw new InputRefused(['consent: it must be true; without it no answer is kept']);
    }
    refuseUnknownAnswers(answers);
    const since = this.clock.now();
    if (!(await this.records.keep(personId, answers, since))) {
      throw new Conflict(
        'equality-answers.objected',
        'You object to equality monitoring, and so nothing is kept: take the objection back first.',
      );
    }
    return { kind: 'consented', since, answers };
  }
}
