import { Client } from 'pg';

/** Keys and counts of requests, which a refusal may leave behind, and the books of those who keep the tables. */
const NOT_OURS = ['idempotency_key', 'request_count', 'migrations'];

/** A look into the database of a service, to see whether anything has changed. */
export class KeptRows {
  private client: Promise<Client> | undefined;

  constructor(private readonly service: { readonly databaseUrl: string }) {}

  /** The number of rows and a hash of what is in them, by table. */
  async digest(): Promise<Readonly<Record<string, string>>> {
    const tables = await this.query(
      `select tablename as name, '' as kept from pg_tables where schemaname = 'public' order by 1`,
    );
    const parts = tables.flatMap(({ name }) =>
      NOT_OURS.includes(name)
        ? []
        : `select '${name}' as name,
                  count(*) || ' ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as kept
             from "${name}" t`,
    );
    const rows = await this.query(parts.join(' union all '));
    return Object.fromEntries(rows.map(({ name, kept }) => [name, kept]));
  }

  async count(table: string): Promise<number> {
    const [row] = await this.query(`select '${table}' as name, count(*)::text as kept from "${table}"`);
    return Number(row!.kept);
  }

  /** Whether a text stands anywhere in a table. */
  async holds(table: string, text: string): Promise<boolean> {
    const [row] = await this.query(
      `select '${table}' as name, count(*)::text as kept from ${table} t where position('${text}' in t::text) > 0`,
    );
    return row!.kept !== '0';
  }

  private async query(statement: string): Promise<readonly { name: string; kept: string }[]> {
    this.client ??= this.connect();
    return (await (await this.client).query<{ name: string; kept: string }>(statement)).rows;
  }

  /** Nobody has to close it: it ends with the database, which the tests drop. */
  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.service.databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }
}
