import { Clock, DomainError } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { readHead } from '../domain/signed-head';
import { AuditLogRepository } from './ports/audit-log.repository';
import { KeptHeads } from './ports/kept-heads';
import { ReadAuditHead } from './read-audit-head';

/** Keeps the head of the log once a day, outside of the database. */
@Injectable()
export class KeepAuditHead {
  constructor(
    private readonly readHead: ReadAuditHead,
    private readonly log: AuditLogRepository,
    private readonly heads: KeptHeads,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the number of the last event that it keeps; undefined where today's is kept already, there is nothing to keep
   *   or no key to sign it with
   * @throws DomainError `audit-log.altered` where the log no longer holds what the head before has seen
   */
  async run(): Promise<number | undefined> {
    const head = await this.readHead.run();
    await this.compareWithLast();
    if (head.seq === 0 || !('signature' in head)) return undefined;
    return (await this.heads.keep(this.clock.today(), head)) ? head.seq : undefined;
  }

  private async compareWithLast(): Promise<void> {
    const last = (await this.heads.all()).at(-1);
    const seen = last && readHead(last.text);
    if (last === undefined || seen === undefined) return;
    const event = await this.log.bySeq(seen.seq);
    if (event?.sha256 !== seen.sha256) {
      throw new DomainError(
        'audit-log.altered',
        `The audit log does not hold event ${seen.seq} as ${last.name} has seen it: evenhand verify-log tells more.`,
      );
    }
  }
}
