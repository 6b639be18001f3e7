import { MatchingRunRepository } from '@evenhand/matching';
import { usePostgres } from '../harness/postgres';
import { useProcesses } from '../harness/processes';
import { queueBackends } from '../harness/redis';
import { forgetEverything } from '../medium/queue-contents';
import { EMPTY, outcomesOf, RoundOffice } from './round-office';

describe.each(queueBackends())('A round, with the queue on $name,', (backend) => {
  const processes = useProcesses();
  const office = new RoundOffice(processes);
  // Before the servers that it is connected to are stopped.
  afterAll(() => office.close());
  const place = backend.use();
  const postgres = usePostgres();
  let programmeId: string;

  beforeAll(async () => {
    const databaseUrl = await postgres.createDatabase({ template: EMPTY });
    await office.open(databaseUrl, place.url);
    programmeId = await office.programme('middling');
  }, 60_000);

  // Two guards. The lock of a job that nobody renews runs out (`lockDuration`, `stalledInterval`): taken out, nobody ever
  // takes it up. The condition of `begin` on the state of the run: taken out, a job that comes again opens it again.
  it('is finished once, by another worker, when its worker is killed', async () => {
    const { roundId, runId, worker: first } = await office.roundUnderWay(programmeId);
    // On a busy machine the other one takes longer to start than the first to solve.
    first.signal('SIGSTOP');
    const second = await office.worker();
    await first.kill();
    expect(await office.run(runId)).toMatchObject({ state: 'running', deliveries: 1 });

    const run = await office.over(runId);
    expect(run).toMatchObject({ state: 'solved', deliveries: 2 });
    expect(await office.round(roundId)).toMatchObject({ state: 'solved', runId });
    await second.line(/"job is done"/);
    await office.queueEmpty();

    await office.queueAgain(run);
    await second.line(/"outcome":"stale"/);
    expect(outcomesOf(second)).toEqual(['solved', 'stale']);
    expect(await office.run(runId)).toEqual(run);
    await second.kill();
    await office.discard(roundId);
  });

  // Three guards. The sweep of a worker that starts: taken out, nobody takes the job up that the queue forgot. The
  // conditions of `reportProgress` and of `finish` on the state of the run: the sleeper is stopped by whichever comes
  // first, and with both taken out it writes over what the other one finished.
  it('is finished once when the queue forgets it while its worker sleeps, which is of use again afterwards', async () => {
    const { roundId, runId, worker: first } = await office.roundUnderWay(programmeId);
    first.signal('SIGSTOP');
    await forgetEverything(place.url);
    await office.longAgo(runId);
    const second = await office.worker();
    await office.over(runId);
    await second.line(/"job is done"/);
    expect(outcomesOf(second)).toEqual(['solved']);
    const solved = await office.get(MatchingRunRepository).result(runId);
    const round = await office.round(roundId);
    await second.kill();

    first.signal('SIGCONT');
    await first.line(/"job is done"/);
    expect(outcomesOf(first)).toEqual(['stale']);
    expect(await office.get(MatchingRunRepository).result(runId)).toBe(solved);
    expect(await office.round(roundId)).toEqual(round);
    await office.discard(roundId);

    const next = await office.draft(programmeId);
    expect(await office.over(await office.queue(next))).toMatchObject({ state: 'solved', deliveries: 1 });
    await first.kill();
    await office.discard(next);
  });
});
