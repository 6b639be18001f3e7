import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { EqualityRecord } from '../../domain/answers/equality-record';
import { ownPerson } from './own-person';
import { EqualityRecordRepository } from '../ports/equality-record.repository';

/** Shows people what they said of themselves, and nobody else. */
@Injectable()
export class ReadEqualityRecord {
  constructor(private readonly records: EqualityRecordRepository) {}

  /** @returns undefined where they said nothing @throws as {@link ownPerson} */
  async run(authority: Authority, programmeId?: string): Promise<EqualityRecord | undefined> {
    return this.records.ofPerson(ownPerson(authority, programmeId));
  }
}
