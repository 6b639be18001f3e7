import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { ownPerson } from './own-person';
import { EqualityRecordRepository } from '../ports/equality-record.repository';

/** Somebody takes consent and answers back: they are gone at once. Nothing happens where there are none. */
@Injectable()
export class WithdrawEqualityAnswers {
  constructor(private readonly records: EqualityRecordRepository) {}

  /** @throws as {@link ownPerson} */
  async run(authority: Authority, programmeId?: string): Promise<void> {
    await this.records.remove(ownPerson(authority, programmeId));
  }
}
