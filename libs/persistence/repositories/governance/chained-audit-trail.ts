import { auditPayload, isKept, type LogPseudonyms, namedIn } from '@evenhand/governance';
import { type AuditedEvent, AuditTrail } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';

/** What one transaction leaves for its end. */
interface Gathered {
  readonly events: AuditedEvent[];
  readonly forgotten: string[];
}

/**
 * Writes events into the chain in `audit_event`. Whoever appends keeps all others from it until the end of the
 * transaction, so that everything is gathered and appended as the last thing before the commit: nobody who holds the
 * end of the chain then waits for a row that somebody holds who waits for the chain.
 */
@Injectable()
export class ChainedAuditTrail extends AuditTrail implements LogPseudonyms {
  private readonly gathered = new WeakMap<object, Gathered>();

  constructor(private readonly database: Database) {
    super();
  }

  override async record(event: AuditedEvent): Promise<void> {
    if (!isKept(event)) return;
    // A fault of the event is told where it was made, not at the commit.
    auditPayload(event, (id) => id);
    await this.gather({ events: [event], forgotten: [] });
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.gather({ events: [], forgotten: [...ids] });
  }

  private async gather(more: Gathered): Promise<void> {
    const { transaction } = this.database;
    const known = transaction && this.gathered.get(transaction);
    if (known !== undefined) {
      known.events.push(...more.events);
      known.forgotten.push(...more.forgotten);
      return;
    }
    if (transaction !== undefined) this.gathered.set(transaction, more);
    await this.database.atEnd(() => this.write(more));
  }

  /** What is written about somebody's erasure is about them; only after it they are nobody. */
  private async write({ events, forgotten }: Gathered): Promise<void> {
    // Those to be forgotten as well: who is made known by others at this moment is waited for, before the lock is taken.
    const pseudonyms = await this.pseudonyms([...events.flatMap(namedIn), ...forgotten]);
    if (events.length > 0) {
      const payloads = events.map((event) => auditPayload(event, (id) => pseudonyms.get(id)!));
      await this.database.query('select append_audit_events($1)', [payloads]);
    }
    if (forgotten.length > 0) {
      await this.database.query('select forget_in_log($1)', [forgotten]);
    }
  }

  private async pseudonyms(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<{ subject: string; pseudonym: string }>(
      'select subject, pseudonym from pseudonyms_in_log($1)',
      [[...new Set(ids)]],
    );
    return new Map(rows.map(({ subject, pseudonym }) => [subject, pseudonym]));
  }
}
