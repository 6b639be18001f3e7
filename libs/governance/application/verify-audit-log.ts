import { SigningKeys } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { ChainCheck, type SeenHead } from '../domain/chain-check';
import { headText, readHead } from '../domain/signed-head';
import { AuditLogRepository } from './ports/audit-log.repository';
import type { FoundHead } from './ports/kept-heads';

/** What came of looking at the whole log. */
export interface AuditLogVerdict {
  readonly whole: boolean;
  /** The first thing that is wrong, in a sentence; absent where nothing is. */
  readonly fault?: string;
  /** How many events were found as they should be, up to the fault or the end. */
  readonly events: number;
  /** With how many heads it was compared. */
  readonly heads: number;
}

const EVENTS_AT_ONCE = 1_000;

/** Looks at every event of the log, and compares it with heads that were kept of it. */
@Injectable()
export class VerifyAuditLog {
  constructor(private readonly log: AuditLogRepository) {}

  /**
   * @param found read before this begins: the log only grows
   * @param keys those whose signatures count
   */
  async run(found: readonly FoundHead[], keys: SigningKeys): Promise<AuditLogVerdict> {
    const heads: SeenHead[] = [];
    for (const one of found) {
      const head = seenHead(one, keys);
      if (typeof head === 'string') return { whole: false, fault: head, events: 0, heads: heads.length };
      heads.push(head);
    }
    const check = new ChainCheck(heads);
    const fault = (await this.firstFault(check)) ?? check.end();
    const looked = { events: check.events, heads: heads.length };
    return fault === undefined ? { whole: true, ...looked } : { whole: false, fault, ...looked };
  }

  private async firstFault(check: ChainCheck): Promise<string | undefined> {
    for (;;) {
      const events = await this.log.after(check.events, EVENTS_AT_ONCE);
      for (const event of events) {
        const fault = check.take(event);
        if (fault !== undefined) return fault;
      }
      if (events.length < EVENTS_AT_ONCE) return undefined;
    }
  }
}

/** @returns the head, or what is wrong with it */
function seenHead({ name, text }: FoundHead, keys: SigningKeys): SeenHead | string {
  const head = readHead(text);
  if (head === undefined) return `${name} holds no head of an audit log.`;
  switch (keys.worthOf(head, headText(head))) {
    case 'genuine':
      return { name, seq: head.seq, sha256: head.sha256 };
    case 'forged':
      return `${name} is forged: its signature is not that of what it says.`;
    case 'unknown-key':
      return `${name} is signed by a key that is not known here.`;
  }
}
