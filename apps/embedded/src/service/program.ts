import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `dist/apps`: this file is compiled to `dist/apps/embedded/src/service`. */
const APPS = join(__dirname, '..', '..', '..');
/** What is started as a process of its own, and where it is compiled to. */
const PROGRAMS = {
  server: 'server/src/main.js',
  worker: 'worker/src/main.js',
  provider: 'embedded/src/provider/main.js',
  pool: 'embedded/src/pool/main.js',
  lives: 'embedded/src/lives/main.js',
};
/** One of them. */
export type ProgramName = keyof typeof PROGRAMS;

/** Longer than a program takes to finish what it holds. */
const STOP_WITHIN_MS = 8_000;
/** How a program ends that cannot be started like this; the last line it writes says why. */
const WRONG_USE = 2;

/** One of the programs of Evenhand, running as a process of its own. */
export class Program {
  /** Settles with its exit code when it has ended, -1 where a signal ended it. */
  readonly ended: Promise<number>;
  /** Settles with what the program says of itself once it is ready. */
  readonly ready: Promise<unknown>;

  private constructor(
    readonly name: ProgramName,
    private readonly child: ChildProcess,
    logFile: string,
  ) {
    this.ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
    this.ready = new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('error', reject);
      void this.ended.then((code) =>
        reject(
          new Error(
            code === WRONG_USE
              ? lastLine(logFile)
              : `The ${name} ended (${code}) before it was ready; its log is ${logFile}.`,
          ),
        ),
      );
    });
    // Whoever waits for it hears of it; nobody has to.
    this.ready.catch(() => undefined);
  }

  /**
   * Starts a program whose log goes to a file. It ends by itself when this process is gone, however that came about: the
   * channel between the two closes.
   */
  static start(name: ProgramName, environment: Readonly<Record<string, string>>, logFile: string): Program {
    mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
    // Its own, not a pipe to this process: it has something to say still when this process was killed.
    const log = openSync(logFile, 'a', 0o600);
    const child = spawn(process.execPath, [join(APPS, PROGRAMS[name])], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', log, log, 'ipc'],
      // Ctrl-C reaches everybody at the terminal: who stops when is decided here.
      detached: true,
    });
    closeSync(log);
    return new Program(name, child, logFile);
  }

  /** Asks it to finish, and waits until it has; insists when it takes too long. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return;
    }
    this.child.kill('SIGTERM');
    const insist = setTimeout(() => this.child.kill('SIGKILL'), STOP_WITHIN_MS);
    await this.ended;
    clearTimeout(insist);
  }
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
}

/** Runs the command `evenhand` to its end, which Ctrl-C does not cut short. @throws Error with what it said when it refuses */
export function command(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawn(process.execPath, [join(APPS, 'cli', 'src', 'main.js'), ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const complained: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => complained.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`evenhand ${words[0] ?? ''}: ${Buffer.concat(complained).toString().trim()}`)),
    );
  });
}
