import { DomainError } from '@evenhand/kernel';
import { Client } from 'pg';
import { type ClusterPlace, placeFor } from './cluster-place';
import { makeCluster, NAME, passwordOf } from './make-cluster';
import { installedPrograms, type PostgresPrograms } from './postgres-programs';
import { type ServerWish, startServer } from './postgres-server';

/** What to start. */
export interface EmbeddedPostgresOptions {
  /** Where the data is kept between starts; made when it is missing. */
  readonly dataFolder: string;
  /** Is told in one line each what takes long or may surprise. */
  readonly log: (line: string) => void;
  /** False for tests: faster, and damaged when the machine (not just the server) goes down. */
  readonly durable?: boolean;
  /** Any that is free where it is not given; for tests, whose servers look for a database where it was before. */
  readonly port?: number;
  /** Other programs than those that were installed for this platform. */
  readonly programs?: PostgresPrograms;
}

/** A running server with a database for Evenhand. */
export interface RunningPostgres {
  /** `postgres://evenhand:<password>@127.0.0.1:<port>/evenhand` */
  readonly url: string;
  /** The same server, in the database that is always there. */
  readonly adminUrl: string;
  readonly port: number;
  readonly processId: number;
  /** Where the data really lies. */
  readonly home: string;
  /** Settles when the server has ended: after `stop`, or because somebody killed it. */
  readonly ended: Promise<void>;
  /** Sends everybody away and ends the server; settles when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with Evenhand on a free port of 127.0.0.1, with its data in `dataFolder`. A server that
 * an earlier, killed start left behind is stopped first. Whoever starts it has to stop it.
 * @throws DomainError `postgres.…` in one line, among others `postgres.already-running`
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<RunningPostgres> {
  const { dataFolder, log, durable = true, port, programs = installedPrograms() } = options;
  try {
    const place = placeFor(dataFolder, programs, log);
    await makeCluster(place, durable, log);
    return await run(place, { durable, port, log });
  } catch (error) {
    throw inPlainWords(error, dataFolder);
  }
}

async function run(place: ClusterPlace, wish: ServerWish): Promise<RunningPostgres> {
  const password = passwordOf(place);
  const server = await startServer(place, wish);
  const urlOf = (database: string) => `postgres://${NAME}:${password}@127.0.0.1:${server.port}/${database}`;
  const adminUrl = urlOf('postgres');
  try {
    await createDatabase(adminUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, home: place.home, url: urlOf(NAME), adminUrl };
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
}

function inPlainWords(error: unknown, dataFolder: string): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (!['EACCES', 'EEXIST', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR'].includes(code)) return error;
  return new DomainError(
    'postgres.not-writable',
    `The database cannot be kept in ${dataFolder}: ${message}.`,
  );
}
