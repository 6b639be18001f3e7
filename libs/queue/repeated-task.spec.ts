import { createLogger } from '@evenhand/observability';
import { setTimeout as pause } from 'node:timers/promises';
import { RepeatedTask } from './repeated-task';

/** Lines of the log, as they are written. */
function listeningLogger() {
  const lines: string[] = [];
  const write = (line: string): void => {
    lines.push((JSON.parse(line) as { message: string }).message);
  };
  return { logger: createLogger('info', { write }), lines };
}

const A_DAY = 86_400_000;

describe('A repeated task', () => {
  it('works at once and again when it is due, until it is stopped', async () => {
    let count = 0;
    const task = new RepeatedTask('counting', 5, () => Promise.resolve(count++), listeningLogger().logger);
    task.start();
    while (count < 3) await pause(1);
    await task.stop();
    const before = count;
    await pause(30);
    expect(count).toBe(before);
  });

  it('works sooner when it is hurried, once more when it is hurried at work', async () => {
    let count = 0;
    const task = new RepeatedTask(
      'counting',
      A_DAY,
      async () => {
        await pause(10);
        count++;
      },
      listeningLogger().logger,
    );
    task.start();
    task.hurry();
    while (count < 2) await pause(1);
    await pause(20);
    task.hurry();
    while (count < 3) await pause(1);
    await task.stop();
  });

  it('goes on after errors, and logs one line of a row of them', async () => {
    let count = 0;
    const { logger, lines } = listeningLogger();
    const work = () => (++count <= 3 ? Promise.reject(new Error('no')) : Promise.resolve());
    const task = new RepeatedTask('counting', 1, work, logger);
    task.start();
    while (count < 5) await pause(1);
    await task.stop();
    expect(lines).toEqual(['counting: does not work now, is tried again', 'counting: works again']);
  });

  it('is not hurried while it fails', async () => {
    let count = 0;
    const work = () => {
      count++;
      return Promise.reject(new Error('no'));
    };
    const task = new RepeatedTask('counting', A_DAY, work, listeningLogger().logger);
    task.start();
    await pause(5);
    task.hurry();
    await pause(20);
    expect(count).toBe(1);
    await task.stop();
  });

  it('stops when the work that is under way is done', async () => {
    let done = false;
    const work = async () => {
      await pause(20);
      done = true;
    };
    const task = new RepeatedTask('working', A_DAY, work, listeningLogger().logger);
    task.start();
    await task.stop();
    expect(done).toBe(true);
  });
});
