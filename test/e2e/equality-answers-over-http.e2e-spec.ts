import { EQUALITY_QUESTIONS } from '@evenhand/equity';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Api, useService } from '../harness/service';
import { aMenteeRow, aMentorRow, csv } from './people-rows';

const service = useService();
const ROUTE = 'me/equality-answers';
/** Codes that nothing else in the service is called by. */
const ANSWERS = {
  sexual_orientation: 'gay_or_lesbian',
  religion: 'buddhist',
  ethnicity: 'prefer_not_to_say',
};
const CANARIES = ['gay_or_lesbian', 'buddhist', 'no_answer_of_ours'];
const person = (name: string): Promise<Api> => service.asHolderOf(`${name}@example.org`);

beforeAll(async () => {
  const coordinator = service.as('coordinator');
  const programme = await coordinator.post('programmes', { name: 'Counted' }).expect(201);
  await coordinator
    .post('imports', {
      programmeId: (programme.body as { id: string }).id,
      mentees: csv([aMenteeRow(), aMenteeRow({ id: 'bea' })]),
      mentors: csv([aMentorRow()]),
    })
    .expect(201);
});

describe('Equality answers', () => {
  it('are asked for with every choice, and not given by anybody who was not asked yet', async () => {
    const asked = await (await person('ana')).get(ROUTE).expect(200);
    expect(asked.body).toEqual({ standing: 'not_asked', answers: {}, questions: EQUALITY_QUESTIONS });
  });

  it('are kept with consent, shown to their giver, and gone when they are withdrawn', async () => {
    const ana = await person('ana');
    const given = await ana.put(ROUTE, { consent: true, answers: ANSWERS }).expect(200);
    expect(given.body).toMatchObject({ standing: 'consented', answers: ANSWERS });
    expect((await ana.get(ROUTE).expect(200)).body).toEqual(given.body);
    expect((await (await person('bea')).get(ROUTE).expect(200)).body).toMatchObject({ answers: {} });

    const gone = await ana.send('delete', ROUTE).expect(200);
    expect(gone.body).toMatchObject({ standing: 'not_asked', answers: {} });
    expect(await kept()).toBe(0);
  });

  it('are gone when somebody objects, who is asked nothing until they take it back', async () => {
    const max = await person('max');
    await max.put(ROUTE, { consent: true, answers: ANSWERS }).expect(200);
    const objected = await max.post(`${ROUTE}/objection`).expect(200);
    expect(objected.body).toMatchObject({ standing: 'objected', answers: {}, questions: [] });
    expect(await kept()).toBe(0);
    const refused = await max.put(ROUTE, { consent: true, answers: ANSWERS }).expect(409);
    expect(refused.body).toMatchObject({ code: 'equality-answers.objected' });
    await max.send('delete', `${ROUTE}/objection`).expect(200);
    await max.put(ROUTE, { consent: true, answers: ANSWERS }).expect(200);
  });

  it.each([
    ['without consent', { consent: false, answers: ANSWERS }],
    ['with consent left unsaid', { answers: ANSWERS }],
    ['with an answer that there is not', { consent: true, answers: { religion: 'no_answer_of_ours' } }],
    [
      'with a question that there is not',
      { consent: true, answers: { marital_status: 'no_answer_of_ours' } },
    ],
    ['with an answer in a list', { consent: true, answers: { religion: ['buddhist'] } }],
  ])('are refused %s, in words that repeat none', async (_, body) => {
    const bea = await person('bea');
    const refused = await bea.put(ROUTE, body);
    expect([400, 422]).toContain(refused.status);
    expect(refused.text).not.toContain('no_answer_of_ours');
    expect((await bea.get(ROUTE).expect(200)).body).toMatchObject({ standing: 'not_asked' });
  });

  it('are nobody’s in the programme of somebody else, and only their own for whoever has a role', async () => {
    await (await person('ana')).get(`${ROUTE}?programme=${randomUUID()}`).expect(404);
    for (const role of ['coordinator', 'hr_auditor', 'talent_board', 'platform_admin'] as const) {
      await service.as(role).get(ROUTE).expect(403);
    }
    await service.as('public').get(ROUTE).expect(401);
  });

  it('stand in no log, no queue, no event and no kept answer to a request', async () => {
    await (await person('ana')).put(ROUTE, { consent: true, answers: ANSWERS }).expect(200);
    expect(await kept()).toBeGreaterThan(0);
    const elsewhere = [service.server.output, service.workers[0]!.output, await everythingElse()].join('\n');
    expect(elsewhere).toContain('me/equality-answers');
    for (const canary of CANARIES) expect(elsewhere).not.toContain(canary);
  });
});

/** How many answers there are. */
async function kept(): Promise<number> {
  return (await rows('select from equality.answer')).length;
}

/** Every row of every table but those of the answers, as text. */
async function everythingElse(): Promise<string> {
  const tables = await rows(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'equality')`,
  );
  const texts: string[] = [];
  for (const { name } of tables as { name: string }[]) {
    texts.push(JSON.stringify(await rows(`select t::text from ${name} t`)));
  }
  return texts.join('\n');
}

async function rows(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: service.databaseUrl });
  await client.connect();
  try {
    return (await client.query<object>(sql)).rows;
  } finally {
    await client.end();
  }
}
