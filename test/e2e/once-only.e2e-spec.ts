import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { useService } from '../harness/service';

/** Stands for a server that dies just before its answer is kept. */
const LOSE_ANSWERS = `
  create function lose_answer() returns trigger language plpgsql as $$ begin raise 'lost'; end $$;
  create trigger lose_answer before update on idempotency_key for each row execute function lose_answer()`;

describe('A request with an Idempotency-Key', () => {
  const service = useService({ workers: 0 });

  it('does nothing where its answer cannot be kept, and everything when it is sent again', async () => {
    const database = new Client({ connectionString: service.databaseUrl });
    await database.connect();
    try {
      const key = randomUUID();
      const send = () =>
        service.as('coordinator').post('programmes', { name: 'Once' }).set('Idempotency-Key', key);
      await database.query(LOSE_ANSWERS);
      await send().expect(500);
      const { rows } = await database.query('select name from programme');
      expect(rows).toEqual([]);

      await database.query('drop trigger lose_answer on idempotency_key');
      const made = await send().expect(201);
      const again = await send().expect(201).expect('Idempotency-Replayed', 'true');
      expect(again.body).toEqual(made.body);
    } finally {
      await database.end();
    }
  });
});
