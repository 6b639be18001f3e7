import { Database, isDatabaseAway, PersistenceModule } from '@evenhand/persistence';
import { type INestApplicationContext, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../harness/free-port';
import { usePostgres } from '../harness/postgres';
import { programOptionsOf, useMatchingDatabase } from './matching-database';

describe('A connection that is cut', () => {
  const matching = useMatchingDatabase();
  const cutAllOthers = () =>
    matching.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
    );
  const one = () => matching.database.query<{ one: number }>('select 1 as one');

  it('while it is idle, nobody notices: the next call works', async () => {
    await Promise.all(Array.from({ length: 8 }, one));
    await cutAllOthers();
    await pause(100);
    expect(await Promise.all(Array.from({ length: 8 }, one))).toEqual(Array(8).fill([{ one: 1 }]));
  });

  it('in the middle of a transaction undoes it, says that the database is away, and the next call works', async () => {
    const round = matching.round();
    const failure: unknown = await matching.database
      .run(async () => {
        await matching.rounds.add(round);
        const [{ pid }] = (await matching.database.query('select pg_backend_pid() as pid')) as [
          { pid: number },
        ];
        await matching.database.query('select pg_terminate_backend($1)', [pid]);
        await one();
      })
      .catch((error: unknown) => error);
    expect(isDatabaseAway(failure)).toBe(true);
    expect(await matching.rounds.byId(round.id)).toBeUndefined();
    await matching.rounds.add(round);
    expect(await matching.rounds.byId(round.id)).toEqual(round);
  });

  it('between two statements of a transaction does not end the process', async () => {
    const failure: unknown = await matching.database
      .run(async () => {
        const [{ pid }] = (await matching.database.query('select pg_backend_pid() as pid')) as [
          { pid: number },
        ];
        await new Promise((resolve, reject) => {
          // From outside of the transaction, as whoever looks after the database does.
          setImmediate(() => void cut(pid).then(resolve, reject));
        });
        await pause(100);
        await one();
      })
      .catch((error: unknown) => error);
    expect(isDatabaseAway(failure)).toBe(true);
    expect(await one()).toEqual([{ one: 1 }]);
  });

  async function cut(pid: number): Promise<void> {
    const { DataSource } = await import('typeorm');
    await matching.get(DataSource).query('select pg_terminate_backend($1)', [pid]);
  }
});

describe('A program that starts before its database', () => {
  const postgres = usePostgres();
  const opened: { close(): unknown }[] = [];

  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    jest.restoreAllMocks();
  });

  const start = async (url: string): Promise<INestApplicationContext> => {
    const program = await NestFactory.createApplicationContext(
      PersistenceModule.forRoot(programOptionsOf(url)),
      {
        logger: false,
        abortOnError: false,
      },
    );
    opened.push(program);
    return program;
  };

  it('waits for it, says so once, and lets go of it when it ends', async () => {
    const real = new URL(await postgres.createDatabase());
    const port = await freePort();
    const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
    const starting = start(Object.assign(new URL(real), { port }).href);
    await pause(1_200);
    opened.push(await forwarder(port, Number(real.port)));
    const program = await starting;
    expect(await program.get(Database).query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(warned).toHaveBeenCalledTimes(1);
  }, 30_000);

  it('fails at once where the database refuses', async () => {
    const url = new URL(await postgres.createDatabase());
    url.pathname = '/no_such_database';
    const before = Date.now();
    await expect(start(url.href)).rejects.toMatchObject({ code: '3D000' });
    expect(Date.now() - before).toBeLessThan(5_000);
  });
});

/** What listens on a port and hands everything on to another one. */
async function forwarder(from: number, to: number): Promise<Server> {
  const server = createServer((incoming) => {
    const outgoing = connect(to, '127.0.0.1');
    incoming.on('error', () => outgoing.destroy()).on('close', () => outgoing.destroy());
    outgoing.on('error', () => incoming.destroy()).on('close', () => incoming.destroy());
    incoming.pipe(outgoing).pipe(incoming);
  });
  await new Promise<void>((resolve) => server.listen(from, '127.0.0.1', resolve));
  return server;
}
