import { DomainError } from '@evenhand/kernel';
import type { FrozenAndSolved, RunKind, SolverProgress } from '@evenhand/matching';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThreadedSolveRunner } from './threaded-solve-runner';

const SPEAKING = "const { parentPort, workerData } = require('node:worker_threads');";

describe('A solver in a thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-thread-'));
  const logged: string[] = [];
  const logger = { error: ({ error }: { error: Error }) => void logged.push(error.message) };
  afterAll(() => rmSync(folder, { recursive: true }));

  const runnerOf = (program: string, heapMegabytes: number): ThreadedSolveRunner => {
    const file = join(folder, 'thread.js');
    writeFileSync(file, `${SPEAKING}\n${program}`);
    return new ThreadedSolveRunner({ logger, file, heapMegabytes });
  };

  /** Runs what stands in for the solver. */
  const solve = async (
    program: string,
    {
      signal = new AbortController().signal,
      heapMegabytes = 100,
      told = [],
      kind = 'whole',
    }: { signal?: AbortSignal; heapMegabytes?: number; told?: SolverProgress[]; kind?: RunKind } = {},
  ) => {
    const runner = runnerOf(program, heapMegabytes);
    return runner.solve('{"round":1}', kind, { onProgress: (progress) => told.push(progress), signal });
  };
  const failure = (program: string, heapMegabytes = 100, kind: RunKind = 'whole') =>
    solve(program, { heapMegabytes, kind }).then(
      () => undefined,
      (error: unknown) => error,
    );

  it('is given the snapshot and hands back what it solved', async () => {
    const solved = await solve(
      'parentPort.postMessage({ solved: { outcome: {}, result: workerData.snapshot } })',
    );
    expect(solved).toEqual({ outcome: {}, result: '{"round":1}' });
  });

  it('tells how far it is', async () => {
    const told: SolverProgress[] = [];
    const program = `
      parentPort.postMessage({ progress: { stage: 'pairs', done: 0, total: 2 } });
      parentPort.postMessage({ progress: { stage: 'pairs', done: 2, total: 2 } });
      parentPort.postMessage({ solved: {} });`;
    await solve(program, { told });
    expect(told).toEqual([
      { stage: 'pairs', done: 0, total: 2 },
      { stage: 'pairs', done: 2, total: 2 },
    ]);
  });

  it('hands back a refusal with its code and its problems', async () => {
    const error = await failure(
      "parentPort.postMessage({ refused: { code: 'input.refused', message: 'No.', problems: ['Row 1'] } })",
    );
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({ code: 'input.refused', message: 'No.', problems: ['Row 1'] });
  });

  it.each([
    ['objects', 'const all = []; for (;;) all.push({ more: new Array(100).fill(0) });'],
    ['typed arrays', 'new Float64Array(2 ** 40);'],
  ])('says so when its memory is too small for %s', async (_, program) => {
    const error = await failure(program, 32);
    expect(error).toMatchObject({ code: 'solver.out-of-memory' });
    expect(error).toHaveProperty('message', expect.stringContaining('32 MB'));
  });

  it.each([
    ['throws', "throw new TypeError('hush')", 'hush'],
    ['ends and says nothing', 'process.exit(0)', 'the thread ended and said nothing'],
  ])('says that it crashed when it %s, and logs the cause', async (_, program, cause) => {
    const error = await failure(program);
    expect(error).toMatchObject({ code: 'solver.crashed' });
    expect(logged.at(-1)).toBe(cause);
    expect(error).toHaveProperty('message', expect.not.stringContaining('hush'));
  });

  it.each([
    ['memory', 'new Float64Array(2 ** 40);', /^The round needs .* run it again\.$/, /^The answer needs /],
    [
      'its thread',
      "throw new Error('hush')",
      /Queue the round again;/,
      / before it had an answer\. Ask again;/,
    ],
  ])('says what ran out of %s: a round or an enquiry', async (_, program, ofRound, ofEnquiry) => {
    const run = {} as FrozenAndSolved;
    const watch = { onProgress: () => undefined, signal: new AbortController().signal };
    expect(await failure(program)).toHaveProperty('message', expect.stringMatching(ofRound));
    const answer = runnerOf(program, 100).answer({ kind: 'replay' }, run, watch);
    await expect(answer).rejects.toThrow(ofEnquiry);
  });

  it.each<[string, RunKind, string]>([
    ['memory', 'override', 'new Float64Array(2 ** 40);'],
    ['its thread', 'override', "throw new Error('hush')"],
    ['its thread', 'refill', "throw new Error('hush')"],
  ])(
    'advises nothing that a solved round does not allow where it ran out of %s: %s',
    async (_, kind, program) => {
      const error = await failure(program, 100, kind);
      expect(error).toHaveProperty(
        'message',
        expect.stringMatching(/The round stands as|the round stands as before/),
      );
      expect(error).toHaveProperty('message', expect.not.stringMatching(/reopen|scope|queue|run it/i));
    },
  );

  it('has as many at work at a time as it may, and begins no other before', async () => {
    const runner = new ThreadedSolveRunner({ logger, atATime: 1 });
    const { signal } = new AbortController();
    const begun: string[] = [];
    let finish = (): void => undefined;
    const first = runner.inTurn(signal, () => {
      begun.push('first');
      return new Promise<void>((resolve) => (finish = resolve));
    });
    const second = runner.inTurn(signal, (solver) => Promise.resolve(begun.push(typeof solver.answer)));
    await new Promise((resolve) => setImmediate(resolve));
    expect(begun).toEqual(['first']);
    finish();
    await Promise.all([first, second]);
    expect(begun).toEqual(['first', 'function']);
  });

  it('is ended by the signal, for its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('nobody waits for it');
    const solved = solve('for (;;);', { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 100);
    await expect(solved).rejects.toBe(reason);
    await expect(solve('', { signal: controller.signal })).rejects.toBe(reason);
  });
});
