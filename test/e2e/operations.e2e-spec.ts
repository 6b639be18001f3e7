import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import type request from 'supertest';
import {
  type RunningPostgres,
  startEmbeddedPostgres,
} from '../../apps/embedded/src/postgres/embedded-postgres';
import { SERVER_START_MILLISECONDS } from '../harness/postgres';
import { type StartedProcess, useProcesses } from '../harness/processes';
import { queueBackends, useRedis } from '../harness/redis';
import { keepProcess, letGoOfProcess, runFolder } from '../harness/run-folder';
import { MIGRATED, type RunningService, useService } from '../harness/service';
import { untilRound } from './round-over-http';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '..', '..');
/** In the name and the address of everybody who is imported here. */
const CANARY = 'Zaphoda';

interface Round {
  readonly id: string;
  readonly state: string;
  readonly run?: { readonly attempt: number };
}

/** The first people of a file of the demonstration, each with a name and an address that are easily found again. */
function people(name: 'mentees' | 'mentors', most: number): string {
  const [headings, ...rows] = readFileSync(
    join(ROOT, 'apps', 'embedded', 'demonstration', `${name}.csv`),
    'utf8',
  )
    .trimEnd()
    .split('\n');
  const renamed = rows.slice(0, most).map((row) => {
    const [id, , , ...others] = row.split(',');
    return [id, `${CANARY} ${id}`, `${CANARY}.${id}@example.nhs.test`, ...others].join(',');
  });
  return [headings, ...renamed, ''].join('\n');
}

/** A programme of people who carry the canary, and a round that is ready to run. */
async function draft(service: RunningService, most = 60): Promise<string> {
  const coordinator = service.as('coordinator');
  const name = `Operations ${Math.random()}`;
  const programme = await body<{ id: string }>(coordinator.post('programmes', { name }), 201);
  const files = { mentees: people('mentees', most), mentors: people('mentors', most) };
  await coordinator.post('imports', { programmeId: programme.id, ...files }).expect(201);
  const round = coordinator.post('matching-rounds', { programmeId: programme.id, name: 'Autumn' });
  return (await body<Round>(round, 201)).id;
}

async function run(service: RunningService, id: string): Promise<void> {
  await service.as('coordinator').post(`matching-rounds/${id}/run`).expect(202);
}

function roundOf(service: RunningService, id: string): Promise<Round> {
  return body(service.as('coordinator').get(`matching-rounds/${id}`), 200);
}

const becomes = (service: RunningService, id: string, state: string): Promise<void> =>
  untilRound(service.as('coordinator'), id, state);

/** Asks again until it holds. */
async function eventually(holds: () => Promise<boolean>, milliseconds: number): Promise<void> {
  for (const until = Date.now() + milliseconds; !(await holds());) {
    if (Date.now() > until) throw new Error(`It did not come true within ${milliseconds} ms.`);
    await pause(50);
  }
}

/** The body of an answer of that status. */
async function body<Body>(answer: request.Test, status: number): Promise<Body> {
  return (await answer.expect(status)).body as Body;
}

/** What Prometheus fetches: the value of each sample. */
async function metrics(service: RunningService): Promise<Record<string, string>> {
  const { text } = await service.as('public').get('/metrics').expect(200);
  const samples = Array.from(
    text.matchAll(/^([a-z]\S*) (\S+)$/gm),
    ([, name, value]) => [name!, value!] as const,
  );
  return Object.fromEntries(samples);
}

/** Tells a program to stop. @returns how it ended, and after how many seconds */
async function stopped(program: StartedProcess) {
  const toldAt = performance.now();
  program.signal('SIGTERM');
  const { code } = await program.end(20_000);
  return { code, seconds: (performance.now() - toldAt) / 1000 };
}

async function within<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The run of a round: what the queue knows it by. */
function runOf({ databaseUrl }: RunningService, roundId: string): Promise<string> {
  return within(databaseUrl, async (client) => {
    const text = 'select id from matching_run where round_id = $1';
    return (await client.query<{ id: string }>(text, [roundId])).rows[0]!.id;
  });
}

/** Everything in the tables of the queue, as text. */
function queueTables(databaseUrl: string): Promise<string> {
  return within(databaseUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq'`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      texts.push(...rows.map(({ row }) => row));
    }
    return texts.join('\n');
  });
}

/** Everything in a Redis, as text. */
async function redisContent(url: string): Promise<string> {
  const client = new Redis(url);
  try {
    const readers: Record<string, (key: string) => Promise<unknown>> = {
      hash: (key) => client.hgetall(key),
      list: (key) => client.lrange(key, 0, -1),
      set: (key) => client.smembers(key),
      stream: (key) => client.xrange(key, '-', '+'),
      string: (key) => client.get(key),
      zset: (key) => client.zrange(key, 0, -1, 'WITHSCORES'),
    };
    const texts: string[] = [];
    for (const key of await client.keys('*')) {
      texts.push(key, JSON.stringify(await readers[await client.type(key)]!(key)));
    }
    return texts.join('\n');
  } finally {
    client.disconnect();
  }
}

/** The lines of a log. @throws SyntaxError where one is not JSON */
function linesOf({ output }: StartedProcess): Record<string, unknown>[] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('A service', () => {
  const service = useService();

  it('measures its requests and its queues', async () => {
    const id = await draft(service);
    await roundOf(service, id);
    const measured = await metrics(service);
    const request = 'route="/api/v1/matching-rounds/:id",method="GET",status="200"';
    expect(measured).toMatchObject({
      [`evenhand_http_request_seconds_bucket{le="10",${request}}`]: '1',
      [`evenhand_http_request_seconds_count{${request}}`]: '1',
      evenhand_queue_solve_run_jobs: '0',
      evenhand_queue_refill_round_jobs: '0',
    });
  });

  it('says nothing about people in its logs and its queue, whatever is asked', async () => {
    const [worker] = service.workers;
    worker!.signal('SIGSTOP');
    const id = await draft(service);
    await run(service, id);
    const runId = await runOf(service, id);
    await eventually(async () => (await queueTables(service.databaseUrl)).includes(runId), 20_000);
    const queued = await queueTables(service.databaseUrl);
    worker!.signal('SIGCONT');
    await becomes(service, id, 'solved');

    const coordinator = service.as('coordinator');
    const token = 'a-token-that-nobody-knows';
    const refused = [
      coordinator.get(`people?name=${CANARY}`),
      coordinator.get(`people/${CANARY}`),
      coordinator.get(CANARY),
      coordinator.post('programmes', { [CANARY]: CANARY }),
      coordinator.post('programmes', { name: { first: CANARY } }),
      coordinator.post('imports', { programmeId: id, mentees: `id,name\n1,${CANARY}`, mentors: CANARY }),
      service.as('public').get('me').set('Authorization', `Bearer ${token}`),
      service.as('public').get('me').set('Cookie', `name=${CANARY}`).set('X-Request-Id', 'mine-1'),
    ];
    for (const request of refused) {
      const { status } = await request;
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }

    await service.server.line(/"requestId":"mine-1"/);
    const logs = [service.server, worker!].map(({ output }) => output).join('');
    for (const secret of [CANARY, '@example.nhs.test', '@staff.example', token]) {
      expect([secret, logs.includes(secret), queued.includes(secret)]).toEqual([secret, false, false]);
    }
    const answered = linesOf(service.server).filter(({ message }) => message === 'request answered');
    expect(answered.length).toBeGreaterThan(refused.length);
    expect(answered.filter(({ requestId }) => typeof requestId !== 'string')).toEqual([]);
    expect(answered.map(({ requestId }) => requestId)).toContain('mine-1');
    expect(linesOf(worker!).some(({ message }) => message === 'job is done')).toBe(true);
  });
});

describe('A service that is told to stop', () => {
  const service = useService({ environment: () => ({ SHUTDOWN_SECONDS: '2' }) });

  it('lets a worker hand over the round that it is solving, and is gone in time', async () => {
    const id = await draft(service, 600);
    await run(service, id);
    await eventually(async () => (await roundOf(service, id)).state === 'running', 20_000);
    const { code, seconds } = await stopped(service.workers[0]!);
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(10);
    await service.startWorker();
    await becomes(service, id, 'solved');
    expect(await roundOf(service, id)).toMatchObject({ run: { attempt: 1 } });
    const outcomes = service.workers.flatMap((worker) =>
      linesOf(worker).flatMap(({ outcome }) => (outcome === undefined ? [] : [outcome])),
    );
    expect(outcomes).toEqual(['solved']);
  });

  it('ends at once where nothing is under way', async () => {
    for (const program of [service.workers.at(-1)!, service.server]) {
      const { code, seconds } = await stopped(program);
      expect(code).toBe(0);
      expect(seconds).toBeLessThan(2);
    }
  });
});

describe('A service whose database goes away', () => {
  const postgres = useOwnPostgres();
  const service = useService({ environment: () => ({ DATABASE_URL: postgres.url }) });

  it('says so while it is away, and is well again by itself', async () => {
    const id = await draft(service);
    await run(service, id);
    await postgres.stop();

    const anybody = service.as('public');
    const refused = await service.as('coordinator').get(`matching-rounds/${id}`);
    expect(refused.status).toBe(503);
    expect(refused.headers).toMatchObject({
      'content-type': expect.stringContaining('application/problem+json') as string,
      'retry-after': '5',
    });
    expect(refused.body).toMatchObject({ code: 'database.away' });
    expect((await service.as('coordinator').post('programmes', { name: 'Lost' })).status).toBe(503);
    await anybody.get('/health/live').expect(200);
    expect(await body(anybody.get('/health/ready'), 503)).toMatchObject({
      detail: 'Not ready: database, queue, migrations.',
    });
    await anybody.get('/metrics').expect(200);
    // Longer than anything that is done again and again takes to notice.
    await pause(3_000);
    expect([service.server.runs, service.workers[0]!.runs]).toEqual([true, true]);

    await postgres.start();
    await eventually(async () => (await anybody.get('/health/ready')).status === 200, 5_000);
    await roundOf(service, id);
    await becomes(service, id, 'solved');
    expect([service.server.runs, service.workers[0]!.runs]).toEqual([true, true]);
    for (const program of [service.server, ...service.workers]) {
      expect(program.output).not.toContain(CANARY);
      expect(linesOf(program).length).toBeGreaterThan(0);
    }
  });
});

// On a machine that has no Redis this is said once, in a line.
for (const { name } of queueBackends().filter((backend) => backend.name === 'Redis')) {
  describe(`A service whose ${name} goes away`, () => {
    const redis = useRedis();
    const service = useService({ environment: () => ({ QUEUE_URL: redis.url }) });

    it('takes requests all the same, and does the jobs when it is back', async () => {
      const id = await draft(service);
      await redis.stop();
      await run(service, id);

      const anybody = service.as('public');
      const measured = Object.keys(await metrics(service)).join('\n');
      expect(measured).toContain('evenhand_http_request_seconds_bucket');
      expect(measured).not.toContain('evenhand_queue');
      await anybody.get('/health/live').expect(200);
      expect(await body(anybody.get('/health/ready'), 503)).toMatchObject({ detail: 'Not ready: queue.' });
      expect((await roundOf(service, id)).state).toBe('queued');

      await redis.start();
      await becomes(service, id, 'solved');
      await anybody.get('/health/ready').expect(200);
      expect(await metrics(service)).toHaveProperty('evenhand_queue_solve_run_jobs');
    });

    it('leaves nothing about people in it', async () => {
      const [worker] = service.workers;
      worker!.signal('SIGSTOP');
      const id = await draft(service);
      await run(service, id);
      const runId = await runOf(service, id);
      await eventually(async () => (await redisContent(redis.url)).includes(runId), 20_000);
      expect(await redisContent(redis.url)).not.toMatch(new RegExp(`${CANARY}|@example`));
      worker!.signal('SIGCONT');
      await becomes(service, id, 'solved');
      expect([service.server, worker!].map(({ output }) => output).join('')).not.toContain(CANARY);
    });

    it('stops without waiting for it', async () => {
      await redis.stop();
      await pause(500);
      for (const program of [service.server, service.workers[0]!]) {
        const { code, seconds } = await stopped(program);
        expect(code).toBe(0);
        expect(seconds).toBeLessThan(4);
      }
    });
  });
}

describe('A program that is told wrongly where it runs', () => {
  const processes = useProcesses();
  const faulty = {
    DATABASE_URL: 'mysql://somebody:hush@db/evenhand',
    QUEUE_URL: 'hush://queue',
    PORT: '30hush',
    SHUTDOWN_SECONDS: 'hush',
    LOG_LEVEL: 'hush',
  };

  it.each(['server', 'worker'])(
    'ends, the %s, with the names of the variables, and not their values',
    async (app) => {
      const main = join(ROOT, 'dist', 'apps', app, 'src', 'main.js');
      const started = processes.start(process.execPath, [main], { env: faulty });
      expect(await started.end()).toEqual({ code: 2, signal: null });
      expect(
        started.output
          .trimEnd()
          .split('\n')
          .map((line) => line.split(' ')[0])
          .sort(),
      ).toEqual(Object.keys(faulty).sort());
      expect(started.output).not.toContain('hush');

      const untold = processes.start(process.execPath, [main], { env: { DATABASE_URL: '' } });
      expect(await untold.end()).toEqual({ code: 2, signal: null });
      expect(untold.output).toMatch(/^DATABASE_URL is not set: expected [^\n]+\n$/);
    },
  );
});

/** A server of this file alone, which may stop it and start it again where it was. */
function useOwnPostgres() {
  let dataFolder: string;
  let running: RunningPostgres;
  const start = async () => {
    running = await startEmbeddedPostgres({
      dataFolder,
      durable: false,
      log: () => undefined,
      ...(own.port === undefined ? {} : { port: own.port }),
    });
    own.url = running.url;
    own.port = running.port;
    keepProcess(running.processId, 'SIGQUIT');
  };
  const stop = async () => {
    await running.stop();
    letGoOfProcess(running.processId);
  };
  const own: { url: string; port?: number; start: typeof start; stop: typeof stop } = {
    url: '',
    start,
    stop,
  };

  beforeAll(async () => {
    const folder = mkdtempSync(join(runFolder(), 'own-'));
    // Where root runs the tests, the database runs as another account, which must be able to enter.
    chmodSync(folder, 0o755);
    dataFolder = join(folder, 'postgres');
    await start();
    await MIGRATED.fill(own.url);
  }, SERVER_START_MILLISECONDS);
  afterAll(stop);
  return own;
}
