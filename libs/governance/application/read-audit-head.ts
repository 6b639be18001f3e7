import { Clock, SigningKeys } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type AuditHead, headAt, headText, type SignedHead } from '../domain/signed-head';
import { AuditLogRepository } from './ports/audit-log.repository';

/** Reads where the log ends now, signed where the installation has a key: whoever keeps it can tell later what was cut. */
@Injectable()
export class ReadAuditHead {
  constructor(
    private readonly log: AuditLogRepository,
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<AuditHead | SignedHead> {
    const head = headAt(await this.log.head(), this.clock.now());
    const signature = this.keys.sign(headText(head));
    return signature === undefined ? head : { ...head, ...signature };
  }
}
