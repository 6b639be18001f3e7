import { type Authority, Clock } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { ownPerson } from './own-person';
import { EqualityRecordRepository } from '../ports/equality-record.repository';

/** Somebody objects: their answers go at once, they are counted nowhere, and nobody asks them again. */
@Injectable()
export class ObjectToEqualityQuestions {
  constructor(
    private readonly records: EqualityRecordRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws as {@link ownPerson} */
  async run(authority: Authority, programmeId?: string): Promise<void> {
    await this.records.object(ownPerson(authority, programmeId), this.clock.now());
  }

  /** Only they themselves can take it back. */
  async takeBack(authority: Authority, programmeId?: string): Promise<void> {
    await this.records.takeBackObjection(ownPerson(authority, programmeId));
  }
}
