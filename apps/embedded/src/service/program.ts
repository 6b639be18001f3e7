import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `dist/apps`: this file is compiled to `dist/apps/embedded/src/service`. */
const APPS = join(__dirname, '..', '..', '..');
/** Longer than a program takes to finish what it holds. */
const STOP_WITHIN_MS = 10_000;

/** One of the programs of Evenhand, running as a process of its own. */
export class Program {
  /** Settles with its exit code when it has ended, -1 where a signal ended it. */
  readonly ended: Promise<number>;

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    this.ended = new Promise((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
  }

  /** Its process, while it runs. */
  get processId(): number | undefined {
    return this.child.pid;
  }

  /**
   * Starts a program whose log goes to a file. It ends by itself when this process is gone, however that came about:
   * the channel between the two closes.
   *
   * @param ready is called with what the program says of itself once it is ready
   */
  static start(
    name: 'server' | 'worker',
    environment: Readonly<Record<string, string>>,
    logFile: string,
  ): { readonly program: Program; readonly ready: Promise<unknown> } {
    mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
    const child = spawn(process.execPath, [join(APPS, name, 'src', 'main.js')], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Ctrl-C reaches everybody at the terminal: who stops when is decided here.
      detached: true,
    });
    const log = createWriteStream(logFile, { flags: 'a', mode: 0o600 });
    child.stdout?.pipe(log);
    child.stderr?.pipe(log);
    const program = new Program(name, child);
    const ready = new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve);
      child.once('error', reject);
      void program.ended.then((code) =>
        reject(new Error(`The ${name} ended (${code}) before it was ready; its log is ${logFile}.`)),
      );
    });
    return { program, ready };
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

/** Runs the command `evenhand` to its end. @throws Error with what it said when it refuses */
export function command(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(process.execPath, [join(APPS, 'cli', 'src', 'main.js'), ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  const complained: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => complained.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(said).toString())
        : reject(new Error(`evenhand ${words[0] ?? ''}: ${Buffer.concat(complained).toString().trim()}`)),
    );
  });
}
