import { randomUUID } from 'node:crypto';
import { useMatchingDatabase } from './matching-database';

const matching = useMatchingDatabase();
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
