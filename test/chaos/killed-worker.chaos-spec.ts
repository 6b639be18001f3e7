import { MatchingRunRepository } from '@evenhand/matching';
import { usePostgres } from '../harness/postgres';
import { useProcesses } from '../harness/processes';
import { queueBackends } from '../harness/redis';
import { EMPTY, outcomesOf, RoundOffice } from './round-office';

jest.setTimeout(180_000);

/**
 * The guards are conditions on the state of the run, in its repository. `begin`: taken out, a job that comes again opens
 * a run that is over, and the first test fails. `reportProgress` and `finish`: a sleeper is stopped by whichever comes
 * first; both taken out, it writes over what another one finished, and the second test fails. That a job comes again at
 * all is the lock that runs out: taken out, the first two tests wait in vain.
 */
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
    programmeId = await office.programme();
  }, 120_000);

  /** A round in the middle of being solved. */
  const roundUnderWay = async () => {
    const round = await office.draft(programmeId);
    const first = await office.worker();
    const runId = await office.queue(round.id);
    await office.amid(runId);
    return { roundId: round.id, runId, first };
  };

  it('is finished once, by another worker, when its worker is killed', async () => {
    const { roundId, runId, first } = await roundUnderWay();
    await first.kill();
    expect(await office.run(runId)).toMatchObject({ state: 'running', deliveries: 1 });

    const second = await office.worker();
    const run = await office.runWhen(runId, ({ state }) => state !== 'running', 90);
    expect(run).toMatchObject({ state: 'solved', deliveries: 2 });
    expect(await office.round(roundId)).toMatchObject({ state: 'solved', runId });
    await second.line(/"job is done"/);

    await office.queueAgain(run);
    await second.line(/"outcome":"stale"/);
    expect(outcomesOf(second)).toEqual(['solved', 'stale']);
    expect(await office.run(runId)).toEqual(run);
    await second.kill();
    await office.discard(roundId);
  });

  it('has one outcome when its worker only slept and goes on after another one finished', async () => {
    const { roundId, runId, first } = await roundUnderWay();
    first.signal('SIGSTOP');
    const second = await office.worker();
    await office.runWhen(runId, ({ state }) => state === 'solved', 90);
    const solved = await office.get(MatchingRunRepository).result(runId);
    const round = await office.round(roundId);

    first.signal('SIGCONT');
    await first.line(/"job is done"/, 60_000);
    expect(outcomesOf(first)).toEqual(['stale']);
    await second.line(/"job is done"/);
    expect(outcomesOf(second)).toEqual(['solved']);
    expect(await office.get(MatchingRunRepository).result(runId)).toBe(solved);
    expect(await office.round(roundId)).toEqual(round);
    await Promise.all([first.kill(), second.kill()]);
    await office.discard(roundId);
  });

  it('goes on at another worker when its worker is told to stop, which is gone within 10 seconds', async () => {
    const { roundId, runId, first } = await roundUnderWay();
    const second = await office.worker();
    const toldAt = Date.now();
    first.signal('SIGTERM');
    expect(await first.end()).toEqual({ code: 0, signal: null });
    expect(Date.now() - toldAt).toBeLessThan(10_000);
    expect(first.output).toContain('"job is handed back"');
    expect(first.output).not.toContain('"job failed"');
    await office.runWhen(runId, ({ state }) => state === 'solved');
    expect([...outcomesOf(first), ...outcomesOf(second)]).toEqual(['solved']);
    await second.kill();
    await office.discard(roundId);
  });

  it('that cannot be solved fails with a reason, and its people wait again', async () => {
    const round = await office.draft(programmeId);
    const runId = await office.queue(round.id);
    await office.spoil(runId);
    const worker = await office.worker();
    const { failure } = await office.runWhen(runId, ({ state }) => state === 'failed');
    expect(failure).toMatchObject({ code: 'solver.crashed' });
    expect(failure!.sentence).toContain('Queue the round again');
    expect(await office.round(round.id)).toMatchObject({ state: 'failed', failure });
    await worker.kill();
  });
});
