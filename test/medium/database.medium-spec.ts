import { createDataSource, Database } from '@evenhand/persistence';
import { randomUUID } from 'node:crypto';
import { usePostgres } from '../harness/postgres';
import { useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();
const PROGRAMME = 'programme';
const LEAVE = `insert into outbox_job (kind, subject, attempt) values ('tried', $1, 0), ('tried', $1, 1)
  returning attempt`;
const CHANGE = `update outbox_job set settled_at = now() where subject = $1`;
const REMOVE = `delete from outbox_job where subject = $1`;

describe('A statement gives the rows that it returns', () => {
  it.each([
    ['on its own', <Result>(work: () => Promise<Result>) => work()],
    ['in a transaction', <Result>(work: () => Promise<Result>) => matching.database.run(work)],
  ])('and nothing beside them, whatever it does, %s', async (_, within) => {
    const subject = randomUUID();
    const query = (sql: string, of = subject) => matching.database.query<object>(sql, [of]);
    await within(async () => {
      expect(await query(LEAVE)).toEqual([{ attempt: 0 }, { attempt: 1 }]);
      expect(await query('select kind from outbox_job where subject = $1')).toEqual(
        Array(2).fill({ kind: 'tried' }),
      );
      expect(await query(CHANGE)).toEqual([]);
      expect(await query(`${CHANGE} and attempt = 1 returning kind, attempt`)).toEqual([
        { kind: 'tried', attempt: 1 },
      ]);
      expect(await query(`${CHANGE} returning kind`, randomUUID())).toEqual([]);
      expect(await query(`${REMOVE} and attempt = 0 returning attempt`)).toEqual([{ attempt: 0 }]);
      expect(await query(REMOVE)).toEqual([]);
      expect(await query(`${REMOVE} returning attempt`)).toEqual([]);
    });
  });
});

describe('A connection that no longer answers', () => {
  const postgres = usePostgres();

  it('is given to nobody else, since what it left half done might still take effect', async () => {
    const url = await postgres.createDatabase();
    const source = createDataSource({ url, poolSize: 1, applicationName: 'evenhand test', unhurried: true });
    source.setOptions({ extra: { query_timeout: 300 } });
    await source.initialize();
    const database = new Database(source);
    const server = () =>
      database.query<{ id: number }>('select pg_backend_pid() as id').then(([row]) => row!.id);
    const stuck = await server();
    const unfinished = database.run(async () => {
      await database.query('create table half_done ()');
      process.kill(stuck, 'SIGSTOP');
      await database.query('select 1');
    });
    await expect(unfinished).rejects.toThrow('Query read timeout');
    process.kill(stuck, 'SIGCONT');
    expect(await server()).not.toBe(stuck);
    expect(await database.query(`select to_regclass('half_done') as made`)).toEqual([{ made: null }]);
    await source.destroy();
  });
});

describe('A search whose condition has no value', () => {
  const missing = undefined as unknown as string;
  const nothing = null as unknown as string;

  it.each([
    ['finding by', (id: string) => matching.database.manager.findOneBy(PROGRAMME, { id })],
    ['finding', (id: string) => matching.database.manager.findOne(PROGRAMME, { where: { id } })],
    ['finding several by', (id: string) => matching.database.manager.findBy(PROGRAMME, { id })],
    ['changing', (id: string) => matching.database.manager.update(PROGRAMME, { id }, { name: 'Anybody’s' })],
    ['removing', (id: string) => matching.database.manager.delete(PROGRAMME, { id })],
  ])('is refused and not answered with somebody else’s row: %s', async (_, search) => {
    await expect(search(missing)).rejects.toThrow(/undefined|empty/i);
    await expect(search(nothing)).rejects.toThrow(/null|empty/i);
    expect(await matching.superuser.query('select name from programme')).toEqual([
      { name: `Programme ${matching.programmeId}` },
    ]);
  });
});
