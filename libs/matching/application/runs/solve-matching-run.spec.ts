import { DomainError, InputRefused, type Job } from '@evenhand/kernel';
import { aMentee, aMentor, EVERYWHERE, MatchingProgramme } from '@evenhand/testing';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { CancelMatchingRound } from '../rounds/cancel-matching-round';
import { RunMatchingRound } from '../rounds/run-matching-round';
import { FailMatchingRun } from './fail-matching-run';

let programme: MatchingProgramme;
let requestId: string;
let round: MatchingRound;
let job: Job;

beforeEach(async () => {
  programme = await MatchingProgramme.open();
  ({ requestId } = await programme.mentee(aMentee({ id: 'ada' })));
  programme.mentor(aMentor({ id: 'cy' }));
  round = await programme.queued();
  job = programme.outbox.jobs[0]!;
});

const run = async () => (await programme.runs.byId(round.runId!))!;
const state = async (): Promise<string> => (await programme.round(round.id)).state;

describe('A worker that solves a run', () => {
  it('says that it runs, and how far it has come', async () => {
    programme.runner.before = async () => {
      expect(await state()).toBe('running');
      expect((await run()).state).toBe('running');
    };
    expect(await programme.workOnce()).toBe('solved');
    expect(await state()).toBe('solved');
    expect((await run()).progress).toEqual({ stage: 'reading', done: 0, total: 1 });
    expect((await run()).solvedAt).toEqual(programme.clock.now());
    expect(programme.outbox.jobs).toEqual([]);
  });

  it('writes nothing where the round was cancelled meanwhile, and stops at its next report', async () => {
    let reported = 0;
    programme.runner.before = () => programme.use(CancelMatchingRound).run(EVERYWHERE, round.id);
    const report = programme.runs.reportProgress.bind(programme.runs);
    programme.runs.reportProgress = (...args) => {
      reported++;
      return report(...args);
    };
    expect(await programme.workOnce()).toBe('stale');
    expect(reported).toBe(1);
    expect(await state()).toBe('cancelled');
    expect(await programme.runs.outcome(round.runId!)).toBeUndefined();
    expect(await programme.stateOf(requestId)).toBe('submitted');
  });

  it('writes nothing where it only finds out at the end', async () => {
    programme.runs.reportProgress = () => Promise.resolve(true);
    programme.runner.before = () => programme.use(CancelMatchingRound).run(EVERYWHERE, round.id);
    expect(await programme.workOnce()).toBe('stale');
    expect(await state()).toBe('cancelled');
    expect(await programme.runs.outcome(round.runId!)).toBeUndefined();
  });

  it('does nothing for a run that is over', async () => {
    await programme.workOnce();
    expect(await programme.workOn(job)).toBe('stale');
    expect(await programme.workOn({ ...job, subject: 'none' })).toBe('stale');
    expect((await run()).deliveries).toBe(1);
  });

  it('is not stopped by progress that cannot be stored', async () => {
    programme.runs.reportProgress = () => Promise.reject(new Error('The database is away.'));
    expect(await programme.workOnce()).toBe('solved');
  });

  it('leaves the run to another worker where it dies or has to stop, which finishes it once', async () => {
    const worker = new AbortController();
    programme.runner.before = () => {
      worker.abort(new Error('The worker stops.'));
      return Promise.resolve();
    };
    await expect(programme.workOnce(worker.signal)).rejects.toThrow('The worker stops.');
    expect(programme.outbox.jobs).toEqual([job]);
    expect(await state()).toBe('running');
    programme.runner.before = undefined;
    expect(await programme.workOnce()).toBe('solved');
    expect(await run()).toMatchObject({ state: 'solved', deliveries: 1 });
  });

  it('has not begun a run that waits for its turn: whatever takes the worker down meanwhile is not its fault', async () => {
    const worker = new AbortController();
    programme.runner.waiting = async () => {
      expect(await state()).toBe('queued');
      expect(await run()).toMatchObject({ state: 'queued', deliveries: 0 });
      worker.abort(new Error('The worker stops.'));
    };
    await expect(programme.workOnce(worker.signal)).rejects.toThrow('The worker stops.');
    expect(await run()).toMatchObject({ state: 'queued', deliveries: 0 });
    expect(programme.outbox.jobs).toEqual([job]);
    programme.runner.waiting = undefined;
    expect(await programme.workOnce()).toBe('solved');
    expect(await run()).toMatchObject({ deliveries: 1 });
  });

  it('does nothing for a run that was cancelled while it waited for its turn', async () => {
    programme.runner.waiting = () => programme.use(CancelMatchingRound).run(EVERYWHERE, round.id);
    expect(await programme.workOnce()).toBe('stale');
    expect(await run()).toMatchObject({ state: 'cancelled', deliveries: 0 });
    expect(programme.outbox.jobs).toEqual([]);
  });

  it('counts no delivery of a worker that lives, whether its solver or its database failed', async () => {
    programme.runner.before = () => Promise.reject(new Error('A passing fault.'));
    for (let delivery = 1; delivery <= 6; delivery++) {
      await expect(programme.workOnce()).rejects.toThrow('A passing fault.');
      expect(await run()).toMatchObject({ state: 'running', deliveries: 0 });
    }
    programme.runner.before = undefined;
    const finish = programme.runs.finish.bind(programme.runs);
    programme.runs.finish = () => Promise.reject(new Error('A deadlock.'));
    await expect(programme.workOnce()).rejects.toThrow('A deadlock.');
    expect((await run()).deliveries).toBe(0);
    programme.runs.finish = finish;
    expect(await programme.workOnce()).toBe('solved');
  });

  it('says what went wrong, and not that the delivery could not be given back', async () => {
    programme.runner.before = () => Promise.reject(new Error('The first fault.'));
    programme.runs.giveBack = () => Promise.reject(new Error('The database is away.'));
    await expect(programme.workOnce()).rejects.toThrow('The first fault.');
    expect((await run()).deliveries).toBe(1);
  });

  it('is one of two at most whose work counts', async () => {
    const done = await Promise.all([programme.workOn(job), programme.workOn(job)]);
    expect([...done].sort()).toEqual(['solved', 'stale']);
    expect(await state()).toBe('solved');
  });

  it('gives up a run that five workers began, of which nothing more was heard', async () => {
    for (let delivery = 1; delivery <= 5; delivery++) {
      await programme.runs.begin(round.runId!);
    }
    expect(await programme.workOnce()).toBe('failed');
    expect(await programme.round(round.id)).toMatchObject({
      state: 'failed',
      failure: {
        code: 'run.kills-workers',
        sentence: expect.stringMatching(/^5 workers began this round .* narrow its scope\.$/) as string,
      },
    });
    expect(await programme.stateOf(requestId)).toBe('submitted');
    expect(programme.outbox.jobs).toEqual([]);
  });

  it('tells more than the first problem of a refusal', async () => {
    programme.runner.before = () => Promise.reject(new InputRefused(['Row 1 is odd.', 'Row 2 is odd.']));
    expect(await programme.workOnce()).toBe('failed');
    expect((await programme.round(round.id)).failure).toEqual({
      ...{ code: 'input.refused', sentence: 'Row 1 is odd. Row 2 is odd.' },
    });
  });

  it('gives up at once what nobody could solve, and the round can be queued again', async () => {
    programme.runner.before = () =>
      Promise.reject(new DomainError('snapshot.other-catalogue', 'Run it again.'));
    expect(await programme.workOnce()).toBe('failed');
    expect((await programme.round(round.id)).failure).toEqual({
      ...{ code: 'snapshot.other-catalogue', sentence: 'Run it again.' },
    });
    programme.runner.before = undefined;
    const again = await programme.use(RunMatchingRound).run(EVERYWHERE, round.id);
    expect(again).toMatchObject({ round: { state: 'queued', attempt: 2 }, run: { attempt: 2 } });
    expect(again.round.failure).toBeUndefined();
    expect(await programme.work()).toEqual(['solved']);
  });
});

describe('A run that fails', () => {
  const failure = { code: 'job.failed', sentence: 'Ask whoever runs the service.' };

  it('fails its round with the reason, gives the requests back and is settled', async () => {
    await programme.use(FailMatchingRun).run(job, failure);
    expect(await programme.round(round.id)).toMatchObject({ state: 'failed', failure });
    expect(await run()).toMatchObject({ state: 'failed', failure });
    expect(await programme.stateOf(requestId)).toBe('submitted');
    expect(programme.outbox.jobs).toEqual([]);
  });

  it('changes nothing where it is over', async () => {
    await programme.workOnce();
    await programme.use(FailMatchingRun).run(job, failure);
    expect(await state()).toBe('solved');
    expect(await programme.stateOf(requestId)).toBe('in_round');
  });

  it('is no run where the job was to fill a round again: the round stays as it is', async () => {
    const refill: Job = { kind: 'refill-round', subject: round.id, attempt: 2 };
    await programme.outbox.leave(refill);
    await programme.use(FailMatchingRun).run(refill, failure);
    expect(programme.outbox.jobs).toEqual([job]);
    expect(await state()).toBe('queued');
  });
});
