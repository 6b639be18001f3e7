import { AuditTrail, Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { dueSince, OVERDUE_TABLES, type OverdueTable } from '../../domain/retention';
import { OverdueData } from '../ports/overdue-data';

/** Removes what is over and was kept as long as the inventory says. */
@Injectable()
export class RemoveOverdueData {
  constructor(
    private readonly data: OverdueData,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param closedRecordDays how long what is over is kept; 1 or more
   * @returns how many rows were removed or emptied, by table; each removal is an event of the log
   */
  async run(authority: Authority, closedRecordDays: number): Promise<Readonly<Record<string, number>>> {
    const removed: Record<string, number> = {};
    for (const table of Object.keys(OVERDUE_TABLES) as OverdueTable[]) {
      const since = dueSince(table, this.clock.now(), closedRecordDays);
      for (let some = -1; some !== 0; removed[table] = (removed[table] ?? 0) + some) {
        some = await this.removeSome(authority, table, since);
      }
    }
    return removed;
  }

  private removeSome(authority: Authority, table: OverdueTable, since: Date): Promise<number> {
    return this.transaction.run(async () => {
      const removed = await this.data.remove(table, since);
      if (removed > 0) {
        const details = { table, removed, since: since.toISOString() };
        await this.trail.record({ kind: 'change', action: 'retention.removed', authority, details });
      }
      return removed;
    });
  }
}
