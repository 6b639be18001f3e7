import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startEmbeddedPostgres } from './postgres/embedded-postgres';
import {
  DEMONSTRATION,
  demonstrationRound,
  type RoundAccess,
  type Watcher,
} from './programme/demonstration-round';
import { command, Program } from './service/program';
import { ServiceClient } from './service/service-client';

/** People of the demonstration for whom the tokens of their roles are made: each sees their own. */
const OWN_TOKENS = [
  ['aspiring_leader', 'p0002'],
  ['mentor', 'p0006'],
] as const;

/** What an installation is made of. */
export interface InstallationOptions {
  readonly port: number;
  /** Everything that is kept between starts lies in here. */
  readonly dataFolder: string;
  /** Where the files of the demonstration lie. */
  readonly people: string;
  readonly watch: Watcher;
  readonly say: (line: string) => void;
}

/** The whole of Evenhand on one machine: a database, a server and a worker. */
export class Installation {
  private readonly running: { stop(): Promise<void> }[] = [];
  private stopping?: Promise<void>;

  constructor(private readonly options: InstallationOptions) {}

  /** Where the tokens are kept, a file for each role that its owner alone can read. */
  get tokenFolder(): string {
    return join(this.options.dataFolder, 'tokens');
  }

  /**
   * Starts everything, and runs the demonstration where that has not been done.
   *
   * @returns the address people can open, and what came of the demonstration
   */
  async start(): Promise<{ readonly address: string; readonly access: RoundAccess }> {
    const { port, dataFolder, people, watch, say } = this.options;
    await requireFreePort(port);
    // Everybody may enter: as root the database runs as another user. What is secret has folders of its own.
    mkdirSync(dataFolder, { recursive: true, mode: 0o755 });
    watch('database', 0, 1);
    const postgres = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres'), log: say });
    this.running.push(postgres);
    const environment = { DATABASE_URL: postgres.url, PORT: String(port), NODE_ENV: 'production' };
    await command(['migrate'], environment);
    this.endWith('database', postgres.ended);

    watch('starting', 0, 1);
    const logs = join(dataFolder, 'logs');
    const server = Program.start('server', environment, join(logs, 'server.log'));
    const worker = Program.start('worker', environment, join(logs, 'worker.log'));
    this.running.push(server.program, worker.program);
    await this.issueTokens(environment, ['coordinator', 'hr_auditor', 'talent_board', 'platform_admin']);
    const [ready] = await Promise.all([server.ready, worker.ready]);
    const { address } = ready as { readonly address: string };
    this.endWith('server', server.program.ended);
    this.endWith('worker', worker.program.ended);

    const token = readFileSync(join(this.tokenFolder, 'coordinator'), 'utf8').trim();
    const access = await demonstrationRound(new ServiceClient(address, token), people, watch);
    for (const [role, reference] of OWN_TOKENS) {
      await this.issueTokens(environment, [role], reference);
    }
    return { address, access };
  }

  /** Stops everything, the database last. Asked twice, it is done once. */
  stop(): Promise<void> {
    this.stopping ??= (async () => {
      for (const part of this.running.reverse()) {
        await part.stop();
      }
    })();
    return this.stopping;
  }

  /** A part that ends by itself takes the others with it: half an installation only looks like one. */
  private endWith(name: string, ended: Promise<unknown>): void {
    void ended.then(async () => {
      if (this.stopping === undefined) {
        this.options.say(`The ${name} has ended unexpectedly; ${this.options.dataFolder}/logs tells more.`);
        await this.stop();
        process.exit(1);
      }
    });
  }

  /** Tokens that were made by an earlier start stay good, in the scripts of those who use them. */
  private async issueTokens(
    environment: Readonly<Record<string, string>>,
    roles: readonly string[],
    person?: string,
  ): Promise<void> {
    const missing = roles.filter((role) => !existsSync(join(this.tokenFolder, role)));
    if (missing.length > 0) {
      const own = person === undefined ? [] : ['--programme', DEMONSTRATION, '--person', person];
      await command(['tokens', '--out', this.tokenFolder, '--role', ...missing, ...own], environment);
    }
  }
}

/** Told before the database is started, not after a minute of work. @throws Error in one line */
async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken: stop what listens there, or choose another with PORT=3001 npm start.`
            : `Port ${port} cannot be used (${error.code ?? error.message}): choose another with PORT=3001 npm start.`,
        ),
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}
