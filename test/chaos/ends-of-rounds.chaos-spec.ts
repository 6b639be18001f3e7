import { MatchingRunRepository } from '@evenhand/matching';
import { usePostgres } from '../harness/postgres';
import { useProcesses } from '../harness/processes';
import { queueBackends } from '../harness/redis';
import { forgetEverything } from '../medium/queue-contents';
import { EMPTY, jobsOf, outcomesOf, RoundOffice } from './round-office';

describe.each(queueBackends())('Rounds, with the queue on $name,', (backend) => {
  const office = new RoundOffice(useProcesses());
  // Before the servers that it is connected to are stopped.
  afterAll(() => office.close());
  const place = backend.use();
  const postgres = usePostgres();

  beforeAll(async () => {
    await office.open(await postgres.createDatabase({ template: EMPTY }), place.url);
  });

  // The guard is that two jobs of one name are one job (`jobName`): taken out, runs are begun twice. At the end, workers
  // that have nothing to do are told to stop: that they do is the guard of `stopWhenTold`.
  it('are begun and solved once each by two workers at once, however often they are put in', async () => {
    const runIds: string[] = [];
    for (let count = 0; count < 10; count++) {
      const id = await office.queue(await office.draft(await office.programme('small')));
      await office.queueAgain({ id, attempt: 1 });
      runIds.push(id);
    }
    const workers = await Promise.all([office.worker(), office.worker()]);
    for (const runId of runIds) {
      expect(await office.over(runId)).toMatchObject({ state: 'solved', deliveries: 1 });
    }
    for (const worker of workers) worker.signal('SIGTERM');
    for (const worker of workers) expect(await worker.end(10_000)).toEqual({ code: 0, signal: null });
    expect(workers.flatMap(outcomesOf)).toEqual(runIds.map(() => 'solved'));
  });
});

describe('A round', () => {
  const office = new RoundOffice(useProcesses());
  afterAll(() => office.close());
  const postgres = usePostgres();
  let url: string;
  let large: string;

  beforeAll(async () => {
    url = await postgres.createDatabase({ template: EMPTY });
    await office.open(url, url);
    large = await office.programme('large');
  });

  // Two guards. The hand-back (`moveToWait`): taken out, the other worker waits until the lock of the job runs out. That
  // the first worker's delivery is given back (`giveBack`): taken out, two are counted, and no worker died.
  it('goes on at another worker when its worker is told to stop, which is gone within 10 seconds', async () => {
    const { roundId, runId, worker: first } = await office.roundUnderWay(large);
    const second = await office.worker();
    first.signal('SIGTERM');
    expect(await first.end(10_000)).toEqual({ code: 0, signal: null });
    expect(first.output).toContain('"job is handed back"');
    expect(first.output).not.toContain('"job failed"');
    await second.line(/"job begins"/, 5_000);
    expect(await office.over(runId)).toMatchObject({ state: 'solved', deliveries: 1 });
    await second.line(/"job is done"/);
    expect([...outcomesOf(first), ...outcomesOf(second)]).toEqual(['solved']);
    await second.kill();
    await office.discard(roundId);
  });

  // The guard is `reportProgress`, whose refusal ends the solver's thread: taken out, the worker solves to the end what
  // nobody wants any more.
  it('that is cancelled is let go of soon, and works when it is reopened and run again', async () => {
    const { roundId, runId, worker } = await office.roundUnderWay(large);
    await office.cancel(roundId);
    await worker.line(/"outcome":"stale"/);
    expect(await office.run(runId)).toMatchObject({ state: 'cancelled' });
    expect(await office.round(roundId)).toMatchObject({ state: 'cancelled' });

    await office.reopen(roundId);
    const again = await office.queue(roundId);
    expect(await office.over(again)).toMatchObject({ state: 'solved', attempt: 2, deliveries: 1 });
    await worker.line(/"outcome":"solved"/);
    const [cancelled, solved] = jobsOf(worker);
    expect(cancelled!.milliseconds).toBeLessThan(solved!.milliseconds / 2);
    await worker.kill();
    await office.discard(roundId);
  });

  // The guard is the count of deliveries in the database: taken out, the sixth worker goes on with it. Four are counted as
  // they begin; the fifth really dies. The queue is made to forget its job, so that nobody waits for the lock of it.
  it('that takes five workers down fails at the sixth, with a reason', async () => {
    const roundId = await office.draft(large);
    const runId = await office.queue(roundId);
    for (let delivery = 1; delivery <= 4; delivery++) await office.get(MatchingRunRepository).begin(runId);
    const fifth = await office.worker();
    await office.runWhen(runId, ({ deliveries }) => deliveries === 5);
    await fifth.kill();
    await forgetEverything(url);
    await office.queueAgain({ id: runId, attempt: 1 });
    const sixth = await office.worker();
    const { state, failure } = await office.over(runId);
    expect({ state, code: failure?.code }).toEqual({ state: 'failed', code: 'run.kills-workers' });
    expect(failure!.sentence).toContain('narrow its scope');
    expect(await office.round(roundId)).toMatchObject({ state: 'failed', failure });
    await sixth.kill();
  });

  // The guard is that what the solver refuses ends the run (`FailMatchingRun`): taken out, it stays under way for ever.
  it.each([
    {
      spoilt: 'by another version of the product',
      spoil: (snapshot: string) => snapshot.replace(/"catalogue":"[^"]*"/, '"catalogue":"of another year"'),
      code: 'snapshot.other-catalogue',
      says: 'run the round again',
    },
    {
      spoilt: 'as nonsense',
      spoil: () => 'no JSON',
      code: 'solver.crashed',
      says: 'Queue the round again',
    },
  ])('that was frozen $spoilt fails with a reason, and works when it is run again', async (how) => {
    const roundId = await office.draft(await office.programme('small'));
    const runId = await office.queue(roundId);
    await office.spoil(runId, how.spoil);
    const worker = await office.worker();
    const { state, failure } = await office.over(runId);
    expect({ state, code: failure?.code }).toEqual({ state: 'failed', code: how.code });
    expect(failure!.sentence).toContain(how.says);
    expect(await office.round(roundId)).toMatchObject({ state: 'failed', failure });

    const again = await office.queue(roundId);
    expect(await office.over(again)).toMatchObject({ state: 'solved', attempt: 2 });
    expect(await office.round(roundId)).toMatchObject({ state: 'solved', runId: again });
    await worker.kill();
  });
});
