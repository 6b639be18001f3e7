import { join } from 'node:path';
import { type RunningPostgres, startEmbeddedPostgres } from './postgres/embedded-postgres';
import {
  DEMONSTRATION_NAME,
  type DemonstratedRound,
  demonstrationRound,
  type Watcher,
} from './programme/demonstration-round';
import { command, Program } from './service/program';
import { requireFreePort } from './service/require-free-port';
import { RoleTokens } from './service/role-tokens';
import { makeSigningKey } from './service/signing-key';

/** Roles whose tokens are nobody's in particular. */
const OFFICES = ['coordinator', 'hr_auditor', 'talent_board', 'platform_admin'];
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
  /** Is told why when a part ends by itself: half an installation only looks like one. */
  readonly onLost: (reason: string) => void;
}

/** What there is once everything runs. */
export interface StartedInstallation {
  /** What people can open. */
  readonly address: string;
  readonly tokenFolder: string;
  /** What came of the demonstration. */
  readonly demonstration: DemonstratedRound;
}

/** The whole of Evenhand on one machine: a database, a server and a worker. */
export class Installation {
  private postgres?: RunningPostgres;
  private readonly programs: Program[] = [];
  private starting?: Promise<StartedInstallation>;
  private stopping = false;

  constructor(private readonly options: InstallationOptions) {}

  /** Starts everything, and runs the demonstration where that has not been done. */
  start(): Promise<StartedInstallation> {
    this.starting = this.bringUp();
    return this.starting;
  }

  /** Stops everything, the database last; what is still being started is not gone on with. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.stopPrograms();
    await this.starting?.catch(() => undefined);
    await this.stopPrograms();
    await this.postgres?.stop();
  }

  private async bringUp(): Promise<StartedInstallation> {
    const { port, dataFolder, people, watch, say } = this.options;
    await requireFreePort(port);
    watch('database', 0, 1);
    this.postgres = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres'), log: say });
    this.loseWith('database', this.postgres.ended);
    this.goOn();
    const signingKeyFile = join(dataFolder, 'signing-key.pem');
    makeSigningKey(signingKeyFile);
    const environment = {
      DATABASE_URL: this.postgres.url,
      // Whatever these say here is meant for something else; this installation is for this machine alone.
      QUEUE_URL: '',
      HOST: '127.0.0.1',
      PORT: String(port),
      NODE_ENV: 'production',
      SIGNING_KEY_FILE: signingKeyFile,
      FORMER_KEYS_FILE: '',
      AUDIT_HEADS_FOLDER: join(dataFolder, 'audit-heads'),
      // All of it together has to be gone within 10 seconds.
      SHUTDOWN_SECONDS: '6',
    };
    await command(['migrate'], environment);

    watch('starting', 0, 1);
    const [server] = [this.run('server', environment), this.run('worker', environment)];
    await Promise.all(this.programs.map(({ ready }) => ready));
    const { address } = (await server.ready) as { readonly address: string };

    const tokens = new RoleTokens(join(dataFolder, 'tokens'), address, environment);
    await tokens.issue(OFFICES);
    const demonstration = await demonstrationRound(tokens.client('coordinator'), people, watch);
    for (const [role, person] of OWN_TOKENS) {
      await tokens.issue([role], { programme: DEMONSTRATION_NAME, person });
    }
    return { address, tokenFolder: tokens.folder, demonstration };
  }

  private run(name: 'server' | 'worker', environment: Readonly<Record<string, string>>): Program {
    this.goOn();
    const program = Program.start(name, environment, join(this.options.dataFolder, 'logs', `${name}.log`));
    this.programs.push(program);
    void program.ready.then(
      () => this.loseWith(name, program.ended),
      () => undefined,
    );
    return program;
  }

  /** @throws Error where it has been told to stop */
  private goOn(): void {
    if (this.stopping) throw new Error('It is being stopped.');
  }

  private loseWith(name: string, ended: Promise<unknown>): void {
    const { dataFolder, onLost } = this.options;
    void ended.then(() => {
      if (!this.stopping)
        onLost(`The ${name} has ended unexpectedly; ${join(dataFolder, 'logs')} tells more.`);
    });
  }

  private async stopPrograms(): Promise<void> {
    await Promise.all(this.programs.map((program) => program.stop()));
  }
}
