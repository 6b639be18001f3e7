import type { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations';
import { ReachingDataSource } from './reaching-data-source';
import { ROWS } from './rows';

/** How to reach the database. */
export interface DatabaseOptions {
  /** `postgres://user:password@host:port/database` */
  readonly url: string;
  /** Most connections of this process. */
  readonly poolSize: number;
  /** How the connections are named to whoever looks after the database. */
  readonly applicationName: string;
  /** A program that somebody waits at gives up at once where the database is not up; others wait for it a while. */
  readonly impatient?: true;
  /** A statement may take as long as it takes, as those of migrations do. */
  readonly unhurried?: true;
  /**
   * This program works for everybody: its statements reach every row that its user may read. Without, a statement reaches
   * what its {@link RowReach} says, and nothing where it has none.
   */
  readonly reachesAll?: true;
  /** The same database as its user who may count equality answers signs in; without one they are not counted. */
  readonly auditorUrl?: string;
  /** The role that it acts as; that of its user where it is absent. */
  readonly role?: string;
}

/** A connection to wait for is a database that is away: better said soon than left hanging. */
const CONNECT_WITHIN_MS = 3_000;

/** Longer than any statement of ours takes, even one that waits for another's transaction: the database gives it up. */
const STATEMENT_MS = 9_000;
/** A little longer: a database that does not even give up is away. */
const ANSWER_WITHIN_MS = 10_000;

/** The connections of this process, not opened yet. */
export function createDataSource(options: DatabaseOptions): DataSource {
  const { url, poolSize, applicationName, unhurried, reachesAll, role } = options;
  const settings = {
    ...(reachesAll === true ? { 'evenhand.reach': 'all' } : {}),
    ...(role === undefined ? {} : { role }),
  };
  return new ReachingDataSource({
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
    // A condition whose value is missing is no condition, and would find the first row of whoever has one.
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    logging: false,
    extra: {
      idle_in_transaction_session_timeout: 60_000,
      options: Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
      ...(unhurried === true ? {} : { statement_timeout: STATEMENT_MS, query_timeout: ANSWER_WITHIN_MS }),
    },
  });
}
