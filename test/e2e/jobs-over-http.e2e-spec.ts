import { Client } from 'pg';
import { useService } from '../harness/service';
import { aMenteeRow, aMentorRow, csv } from './people-rows';
import { refusalOf } from './refusal';
import { bodyOf } from './round-over-http';

const service = useService({ workers: 0 });

interface OpenJob {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly queuedAt?: string;
}

const idOf = ({ body }: { body: unknown }) => (body as { id: string }).id;

async function sql(text: string, values: readonly unknown[] = []): Promise<object[]> {
  const client = new Client({ connectionString: service.databaseUrl });
  await client.connect();
  return (await client.query<object>(text, [...values]).finally(() => client.end())).rows;
}

describe('Work that no worker has done', () => {
  const open = async () =>
    ((await bodyOf(service.as('platform_admin').get('jobs').expect(200))) as { items: OpenJob[] }).items;
  const redrive = (id: string, who: 'platform_admin' | 'coordinator' = 'platform_admin') =>
    service.as(who).post(`jobs/${id}/redrive`);

  it('is driven again by its number, by an admin who sees nothing of it, and not once it is done', async () => {
    const coordinator = service.as('coordinator');
    const programmeId = idOf(await coordinator.post('programmes', { name: 'Stuck' }).expect(201));
    const files = { mentees: csv([aMenteeRow({ id: 'ana' })]), mentors: csv([aMentorRow({ id: 'moe' })]) };
    await coordinator.post('imports', { programmeId, ...files }).expect(201);
    const round = idOf(await coordinator.post('matching-rounds', { programmeId, name: 'One' }).expect(201));
    await coordinator.post(`matching-rounds/${round}/run`).expect(202);
    await sql('update matching_run set deliveries = 2 where round_id = $1', [round]);
    const [job] = await open();
    expect(job).toMatchObject({ kind: 'solve-run', attempt: 1, deliveries: 2 });
    expect(
      Object.keys(job!)
        .filter((name) => name !== 'queuedAt')
        .sort(),
    ).toEqual(['attempt', 'deliveries', 'id', 'kind', 'leftAt', 'subject']);

    expect(refusalOf(await redrive(job!.id, 'coordinator')).status).toBe(403);
    await sql('update outbox_job set queued_at = now(), held_until = $2 where id = $1', [
      job!.id,
      'infinity',
    ]);
    expect(await bodyOf(redrive(job!.id).expect(202))).not.toHaveProperty('queuedAt');
    const events = await sql(`select from audit_event where payload::text like '%"job.redriven"%'`);
    expect(events).toHaveLength(1);

    await sql('update outbox_job set settled_at = now() where id = $1', [job!.id]);
    expect(await open()).toEqual([]);
    const refusals = [await redrive(job!.id), await redrive('999999'), await redrive('1 or 1=1')];
    expect(refusals.map((answer) => refusalOf(answer)).map(({ status, code }) => [status, code])).toEqual([
      [409, 'job.done'],
      [404, 'job.not-found'],
      [400, 'request.invalid'],
    ]);
  });
});
