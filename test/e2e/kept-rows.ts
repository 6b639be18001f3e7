import { Client } from 'pg';

/** Keys of requests, which a refusal may leave behind, and the books of those who keep the tables. */
const NOT_OURS = ['idempotency_key', 'migrations'];

/** A look into the database of a service, to see whether anything has changed. */
export class KeptRows {
  private constructor(private readonly client: Client) {}

  static async of(databaseUrl: string): Promise<KeptRows> {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    return new KeptRows(client);
  }

  /** The number of rows and a hash of what is in them, by table. */
  async digest(): Promise<Readonly<Record<string, string>>> {
    const { rows: tables } = await this.client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all($1) order by 1`,
      [NOT_OURS],
    );
    const parts = tables.map(
      ({ name }) =>
        `select '${name}' as name,
                count(*) || ' ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as kept
           from "${name}" t`,
    );
    const { rows } = await this.client.query<{ name: string; kept: string }>(parts.join(' union all '));
    return Object.fromEntries(rows.map(({ name, kept }) => [name, kept]));
  }

  async count(table: string): Promise<number> {
    const { rows } = await this.client.query<{ many: string }>(`select count(*) as many from ${table}`);
    return Number(rows[0]?.many);
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
