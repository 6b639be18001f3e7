import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { keepProcess, letGoOfProcess } from './run-folder';

/** How a process ended: one of the two is null. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Where a process runs, and what is added to the environment of the tests. */
export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A program that runs beside the test. */
export class StartedProcess {
  private said = '';

  private constructor(
    private readonly child: ChildProcess,
    /** Its process id. */
    readonly id: number,
    private readonly name: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    }
    child.once('exit', () => letGoOfProcess(id));
    keepProcess(id, 'SIGKILL');
  }

  static start(program: string, args: readonly string[], { env, cwd }: Surroundings = {}): StartedProcess {
    // A group of its own, so that what it starts can be killed with it.
    const child = spawn(program, args, { env: { ...process.env, ...env }, cwd, detached: true });
    child.once('error', () => undefined);
    if (child.pid === undefined) throw new Error(`${program} cannot be started.`);
    return new StartedProcess(child, child.pid, [program, ...args].join(' '));
  }

  get runs(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** All that it wrote so far, on standard output and standard error. */
  get output(): string {
    return this.said;
  }

  /** The first line that matches, as soon as it is written. */
  async line(pattern: RegExp, withinMilliseconds = 30_000): Promise<string> {
    const found = () =>
      this.said
        .split('\n')
        .slice(0, -1)
        .find((line) => pattern.test(line));
    await this.until(
      () => found() !== undefined || !this.runs,
      withinMilliseconds,
      `wrote no ${String(pattern)}`,
    );
    // What it wrote last may arrive after the news that it ended.
    await pause(this.runs ? 0 : 50);
    return found() ?? this.fail(`ended and wrote no ${String(pattern)}`);
  }

  /** How it ended, once it has. */
  async end(withinMilliseconds = 30_000): Promise<Ending> {
    await this.until(() => !this.runs, withinMilliseconds, 'did not end');
    return { code: this.child.exitCode, signal: this.child.signalCode };
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Kills it and what it started in its group; settles when it is gone. */
  async kill(): Promise<void> {
    const ended = this.runs ? once(this.child, 'exit') : undefined;
    try {
      process.kill(-this.id, 'SIGKILL');
    } catch {
      // Nobody of the group is left.
    }
    await ended;
  }

  private async until(done: () => boolean, milliseconds: number, otherwise: string): Promise<void> {
    for (const until = Date.now() + milliseconds; !done();) {
      if (Date.now() > until) this.fail(`${otherwise} within ${milliseconds} ms`);
      await pause(20);
    }
  }

  private fail(what: string): never {
    throw new Error(`${this.name} ${what}. Its output:\n${this.said}`);
  }
}

/** Starts programs; whatever still runs after the tests of the `describe` (or file) that calls this is killed. */
export function useProcesses(): { readonly start: typeof StartedProcess.start } {
  const started: StartedProcess[] = [];
  afterAll(() => Promise.all(started.map((one) => one.kill())));
  return {
    start: (...args) => {
      const one = StartedProcess.start(...args);
      started.push(one);
      return one;
    },
  };
}
