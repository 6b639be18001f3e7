import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations';
import { ROWS } from './rows';

/** How to reach the database. */
export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Most connections of this process. */
  readonly poolSize: number;
  /** How the connections are named to whoever looks after the database. */
  readonly applicationName: string;
}

/** A connection to wait for is a database that is away: better said soon than left hanging. */
const CONNECT_WITHIN_MS = 3_000;

/** The connections of this process, not opened yet. */
export function createDataSource({ url, poolSize, applicationName }: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName,
    poolSize,
    connectTimeoutMS: CONNECT_WITHIN_MS,
    entities: [...ROWS],
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: { idle_in_transaction_session_timeout: 60_000 },
  });
}
