import { auditPayload, isKept, type LogPseudonyms, namedIn } from '@evenhand/governance';
import { type AuditedEvent, AuditTrail } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
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
  private readonly gathered = new WeakMap<EntityManager, Gathered>();

  constructor(private readonly database: Database) {
    super();
  }

  override async record(event: AuditedEvent): Promise<void> {
    if (!isKept(event)) return;
    // A fault of the event is told where it was made, not at the commit.
    auditPayload(event, (id) => id);
    await this.gather(({ events }) => events.push(event));
  }

  async forget(ids: readonly string[]): Promise<void> {
    await this.gather(({ forgotten }) => forgotten.push(...ids));
  }

  private gather(add: (gathered: Gathered) => void): Promise<void> {
    return this.database.run(async () => {
      const { manager } = this.database;
      add(this.gathered.get(manager) ?? (await this.begin(manager)));
    });
  }

  private async begin(manager: EntityManager): Promise<Gathered> {
    const gathered: Gathered = { events: [], forgotten: [] };
    this.gathered.set(manager, gathered);
    await this.database.atEnd(() => this.write(gathered));
    return gathered;
  }

  private async write({ events, forgotten }: Gathered): Promise<void> {
    if (events.length > 0) {
      const pseudonyms = await this.pseudonyms(new Set(events.flatMap(namedIn)));
      const payloads = events.map((event) => auditPayload(event, (id) => pseudonyms.get(id)!));
      await this.database.query('select append_audit_events($1)', [payloads]);
    }
    // What is written about somebody's erasure is about them; only after it they are nobody.
    if (forgotten.length > 0) {
      await this.database.query('select forget_in_log($1)', [forgotten]);
    }
  }

  private async pseudonyms(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ subject: string; pseudonym: string }>(
      'select subject, pseudonym from pseudonyms_in_log($1)',
      [[...ids]],
    );
    return new Map(rows.map(({ subject, pseudonym }) => [subject, pseudonym]));
  }
}
