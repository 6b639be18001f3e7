import type { GateTask } from '@evenhand/equity';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ThreadedReportGate } from './threaded-report-gate';

const SPEAKING = "const { parentPort, workerData } = require('node:worker_threads');";

describe('The gate of reports in a thread', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-gate-'));
  const logged: string[] = [];
  const logger = { error: ({ error }: { error: Error }) => void logged.push(error.message) };
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Releases by what stands in for the gate. */
  const release = (program: string, signal = new AbortController().signal) => {
    const file = join(folder, 'thread.js');
    writeFileSync(file, `${SPEAKING}\n${program}`);
    const task = { policy: { base: 5, smallest: 10, smallestForExtremes: 20 } } as GateTask;
    return new ThreadedReportGate({ logger, file, heapMegabytes: 32 }).release(task, signal);
  };

  it('is given the task and hands back what may be told, while others are answered', async () => {
    let answered = 0;
    const timer = setInterval(() => (answered += 1), 5);
    const busy = 'for (const end = Date.now() + 200; Date.now() < end;);';
    const released = await release(`${busy} parentPort.postMessage({ solved: workerData.policy })`);
    clearInterval(timer);
    expect(released).toEqual({ base: 5, smallest: 10, smallestForExtremes: 20 });
    expect(answered).toBeGreaterThan(3);
  });

  it.each([
    ['has too little memory', 'new Float64Array(2 ** 40);', 'report-gate.out-of-memory', /32 MB/],
    ['throws', "throw new TypeError('hush')", 'report-gate.crashed', /Ask for it again/],
    ['rejects', "void Promise.reject(new Error('hush'))", 'report-gate.crashed', /Ask for it again/],
  ])('says so when it %s, and nothing of what was counted', async (_, program, code, words) => {
    const error = await release(program).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ code });
    expect(error).toHaveProperty('message', expect.stringMatching(words));
    expect(error).toHaveProperty('message', expect.not.stringContaining('hush'));
    if (code.endsWith('crashed')) expect(logged.at(-1)).toBe('hush');
  });

  it('is ended by the signal, for its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('nobody waits for it');
    const released = release('for (;;);', controller.signal);
    setTimeout(() => controller.abort(reason), 100);
    await expect(released).rejects.toBe(reason);
  });
});
