import { Client } from 'pg';

/** A connection as who may count equality answers, and see none of them. */
export class AuditorConnection {
  /** @param url undefined where this installation has no such user */
  constructor(private readonly url: string | undefined) {}

  /**
   * The rows of a statement, which sees what another transaction sees.
   *
   * @param snapshot that the other transaction exported and still holds
   * @returns undefined where there is no such user
   */
  async counting<Row>(
    snapshot: string,
    sql: string,
    values: readonly unknown[],
  ): Promise<readonly Row[] | undefined> {
    if (this.url === undefined) return undefined;
    const client = new Client({ connectionString: this.url, application_name: 'evenhand auditor' });
    // What ends a connection is told twice; the statement that it ends is answered.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('begin transaction isolation level repeatable read read only');
      await client.query(`set transaction snapshot ${client.escapeLiteral(snapshot)}`);
      return (await client.query(sql, [...values])).rows as Row[];
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
