import { setTimeout as pause } from 'node:timers/promises';
import { SERVER_START_MILLISECONDS } from '../harness/postgres';
import { useProcesses } from '../harness/processes';
import { hasRedis, TestRedis } from '../harness/redis';
import { PostgresThatRestarts } from './postgres-that-restarts';
import { furnish, outcomesOf, RoundOffice } from './round-office';

/** A PostgreSQL with a programme, for the `describe` that calls this; the queue is there too, or on the Redis. */
function useOffice(redis?: TestRedis) {
  const office = new RoundOffice(useProcesses());
  const postgres = new PostgresThatRestarts();
  const programme = { id: '' };
  beforeAll(async () => {
    const url = await postgres.start();
    await furnish(url);
    await redis?.start();
    await office.open(url, redis?.url ?? url);
    programme.id = await office.programme('middling');
  }, SERVER_START_MILLISECONDS);
  afterAll(async () => {
    await office.close();
    await postgres.remove();
    await redis?.remove();
  });
  return { office, postgres, programme };
}

describe('A PostgreSQL that restarts', () => {
  const { office, postgres, programme } = useOffice();

  // The guard is that a report of progress that cannot be stored is let go of (`StoredProgress`): taken out, the round is
  // begun once more.
  it('ends no worker, whether it is idle or at work, and every round is solved once', async () => {
    const worker = await office.worker();
    await postgres.stop();
    await postgres.start();
    const roundId = await office.draft(programme.id);
    const runId = await office.queue(roundId);
    await office.amid(runId);
    await postgres.stop();
    await postgres.start();
    expect(await office.over(runId)).toMatchObject({ state: 'solved', deliveries: 1 });
    expect(await office.round(roundId)).toMatchObject({ state: 'solved', runId });
    await worker.line(/"job is done"/);
    expect(outcomesOf(worker)).toEqual(['solved']);
    expect(worker.runs).toBe(true);
  });
});

// Where there is none, queueBackends() says so in the other files.
if (hasRedis()) {
  describe('With the queue on Redis,', () => {
    const redis = new TestRedis();
    const { office, postgres, programme } = useOffice(redis);

    // The guard is that a job is tried more than once (`ATTEMPTS`): taken out, the round fails, since it is solved while
    // nobody can write it down. Nor can its delivery be given back then: it stays counted, as one of the five that a run
    // may have.
    it('a PostgreSQL that is away when a round is solved costs nothing but time', async () => {
      const { roundId, runId, worker } = await office.roundUnderWay(programme.id);
      await postgres.stop();
      await worker.line(/"job failed"/);
      await postgres.start();
      expect(await office.over(runId)).toMatchObject({ state: 'solved', deliveries: 2 });
      await worker.line(/"job is done"/);
      expect(outcomesOf(worker)).toEqual(['solved']);
      await worker.kill();
      await office.discard(roundId);
    });

    // The guards are that the relay goes on after an error (`RepeatedTask`), and that a worker connects again
    // (`retryStrategy`): either taken out, the second round stays queued.
    it('a Redis that goes away and forgets everything ends no worker, and every round is solved once', async () => {
      const { roundId, runId, worker } = await office.roundUnderWay(programme.id);
      await redis.stop();
      expect(await office.over(runId)).toMatchObject({ state: 'solved', deliveries: 1 });
      await office.discard(roundId);

      const nextId = await office.queue(await office.draft(programme.id));
      await pause(2_000);
      expect(await office.run(nextId)).toMatchObject({ state: 'queued', deliveries: 0 });
      await redis.start();
      expect(await office.over(nextId)).toMatchObject({ state: 'solved', deliveries: 1 });
      await worker.line(/"outcome":"solved"/);
      expect(worker.runs).toBe(true);
      await worker.kill();
    });
  });
}
