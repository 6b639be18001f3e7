import type { JobFailure } from '@evenhand/kernel';
import type { RunProgress } from '@evenhand/matching';
import type { Database } from '../../database';

/**
 * What a worker writes of things that wait in a table, are solved, and are over then: each statement holds only while
 * the thing is in a state that allows it, so that of two workers one writes nothing.
 */
export class DeliveredRows<Row> {
  /** @param columns those that are read, separated by commas */
  constructor(
    private readonly database: Database,
    private readonly table: 'matching_run' | 'round_enquiry' | 'equity_report',
    private readonly columns: string,
  ) {}

  /** The row as it is now, one delivery more; undefined where it is over. */
  async begin(id: string): Promise<Row | undefined> {
    const [begun] = await this.database.query<Row>(
      `update ${this.table} set state = 'running', deliveries = deliveries + 1
      where id = $1 and state in ('queued', 'running') returning ${this.columns}`,
      [id],
    );
    return begun;
  }

  async giveBack(id: string): Promise<void> {
    await this.changed(`deliveries = deliveries - 1 where id = $1 and state = 'running' and deliveries > 0`, [
      id,
    ]);
  }

  reportProgress(id: string, progress: RunProgress): Promise<boolean> {
    return this.changed(`progress = $2 where id = $1 and state = 'running'`, [id, progress]);
  }

  fail(id: string, failure: JobFailure): Promise<boolean> {
    return this.changed(`state = 'failed', failure = $2 where id = $1 and state in ('queued', 'running')`, [
      id,
      failure,
    ]);
  }

  /** False where the condition held for no row. */
  async changed(change: string, values: readonly unknown[]): Promise<boolean> {
    const rows = await this.database.query(`update ${this.table} set ${change} returning id`, values);
    return rows.length > 0;
  }
}
