import { DomainError } from '@evenhand/kernel';
import { join } from 'node:path';
import { type DatabaseUrls, makeDatabaseUsers } from './postgres/database-users';
import { freePort } from './postgres/free-port';
import { type RunningPostgres, startEmbeddedPostgres } from './postgres/embedded-postgres';
import { isPoolPublished } from './programme/demonstration-pool';
import { demonstrationReport, isReported } from './programme/demonstration-report';
import {
  DEMONSTRATION_NAME,
  type DemonstratedRound,
  demonstrationRound,
  type Watcher,
} from './programme/demonstration-round';
import { DEMONSTRATION_PEOPLE, type DemonstrationPerson } from './provider/demonstration-people';
import { type SignInPlace, signInPlace } from './provider/sign-in-place';
import { machineToken } from './provider/machine-token';
import { command, Program, type ProgramName } from './service/program';
import { requireFreePort } from './service/require-free-port';
import { ServiceClient } from './service/service-client';
import { makeSigningKey } from './service/signing-key';
import { writeTokens } from './service/token-files';

const AUDIENCE = 'evenhand-api';
/** The roles of the others follow from being in a programme, and are given to nobody. */
const STAFF = DEMONSTRATION_PEOPLE.filter(({ role }) => !['aspiring_leader', 'mentor'].includes(role));

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
  private showing?: () => Promise<void>;
  private stopping = false;

  constructor(private readonly options: InstallationOptions) {}

  /** Starts everything, and runs the demonstration where that has not been done. */
  start(): Promise<StartedInstallation> {
    this.starting = this.bringUp();
    return this.starting;
  }

  /**
   * Adds what takes a while and nobody has to wait for, once it is started: an open talent pool, what becomes of those whom
   * the round matched, and an equity report that everybody can read. What was done before is not done again, and what is
   * stopped is gone on with the next time.
   */
  async showMore(): Promise<void> {
    try {
      await this.showing?.();
    } catch (error) {
      if (!this.stopping) throw error;
    }
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
    const { dataFolder, people, watch, say } = this.options;
    refuseProduction();
    await requireFreePort(this.options.port);
    const port = this.options.port === 0 ? await freePort() : this.options.port;
    watch('database', 0, 1);
    this.postgres = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres'), log: say });
    this.loseWith('database', this.postgres.ended);
    this.goOn();
    const signIn = await signInPlace(join(dataFolder, 'provider'), port);
    const urls = await makeDatabaseUsers(this.postgres.url);
    const environment = this.environment(urls, port, signIn);
    makeSigningKey(environment.SIGNING_KEY_FILE);
    // It needs no database, so nobody waits for it.
    const provider = this.run('provider', providerEnvironment(environment, signIn));
    await command(['migrate'], { ...environment, DATABASE_URL: urls.migrations });

    watch('starting', 0, 1);
    const [server] = [
      this.run('server', environment),
      this.run('worker', {
        ...environment,
        ...{ DATABASE_URL: urls.worker, AUDITOR_DATABASE_URL: urls.auditor },
      }),
    ];
    await Promise.all(this.programs.map(({ ready }) => ready));
    const { address } = (await server.ready) as { readonly address: string };
    const tokens = (await provider.ready) as Readonly<Record<string, string>>;
    const tokenFolder = join(dataFolder, 'tokens');
    writeTokens(tokenFolder, tokens);
    const clients = new Map(
      Object.entries(tokens).map(([role, token]) => [role, new ServiceClient(address, token)]),
    );
    const machine = new ServiceClient(address, await machineToken(signIn));
    await Promise.all([
      ...STAFF.map(({ role, email }) =>
        admit(clients.get(role)!, ['--role', role, '--email', email], environment),
      ),
      admit(machine, ['--role', 'coordinator', '--client', signIn.machine.id], environment),
    ]);
    const demonstration = await demonstrationRound(clients.get('coordinator')!, people, watch);
    await Promise.all(STAFF.map((person) => nameAuditor(clients.get(person.role)!, person, environment)));
    this.showing = () => this.show(clients, demonstration, environment, urls);
    return { address, tokenFolder, demonstration };
  }

  private async show(
    clients: ReadonlyMap<string, ServiceClient>,
    { programmeId, roundId }: DemonstratedRound,
    environment: Readonly<Record<string, string>>,
    urls: DatabaseUrls,
  ): Promise<void> {
    const [board, auditor] = [clients.get('talent_board')!, clients.get('hr_auditor')!];
    const shared = { ...environment, PROGRAMME_ID: programmeId, PEOPLE: this.options.people };
    if (!(await isPoolPublished(board, programmeId))) {
      await this.tell('pool', {
        ...shared,
        ...{ WORKER_DATABASE_URL: urls.worker, BOARD_ACCOUNT: await accountOf(board) },
      });
    }
    if (!(await isReported(auditor, programmeId))) {
      const coordinatorAccount = await accountOf(clients.get('coordinator')!);
      await this.tell('lives', { ...shared, ROUND_ID: roundId, COORDINATOR_ACCOUNT: coordinatorAccount });
    }
    await demonstrationReport(auditor, board, programmeId);
  }

  /** Lets a program tell its part of the demonstration, to its end. */
  private async tell(name: ProgramName, environment: Readonly<Record<string, string>>): Promise<void> {
    this.goOn();
    const program = Program.start(name, environment, join(this.options.dataFolder, 'logs', `${name}.log`));
    this.programs.push(program);
    await program.ready;
    await program.stop();
  }

  private environment({ server, queue }: DatabaseUrls, port: number, { issuer, client }: SignInPlace) {
    const { dataFolder } = this.options;
    return {
      DATABASE_URL: server,
      QUEUE_URL: queue,
      // Whatever these say here is meant for something else; this installation is for this machine alone.
      HOST: '127.0.0.1',
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.id,
      OIDC_CLIENT_SECRET: client.secret,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_STAFF_ID_CLAIM: '',
      NODE_ENV: 'production',
      SIGNING_KEY_FILE: join(dataFolder, 'signing-key.pem'),
      FORMER_KEYS_FILE: '',
      AUDIT_HEADS_FOLDER: join(dataFolder, 'audit-heads'),
      // All of it together has to be gone within 10 seconds.
      SHUTDOWN_SECONDS: '6',
    };
  }

  private run(name: ProgramName, environment: Readonly<Record<string, string>>): Program {
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

/** Nobody should come to rely on people who need no password. @throws DomainError `installation.in-production` */
function refuseProduction(): void {
  if (process.env['NODE_ENV'] === 'production') {
    throw new DomainError(
      'installation.in-production',
      'npm start is a demonstration that asks nobody for a password: it does not run where NODE_ENV is production.',
    );
  }
}

async function accountOf(client: ServiceClient): Promise<string> {
  return (await client.get<{ accountId: string }>('me')).accountId;
}

function providerEnvironment(
  shared: Readonly<Record<string, string>>,
  { port, folder, machine }: SignInPlace,
): Record<string, string> {
  return {
    ...shared,
    NODE_ENV: 'development',
    PROVIDER_PORT: String(port),
    PROVIDER_FOLDER: folder,
    MACHINE_CLIENT_ID: machine.id,
    MACHINE_CLIENT_SECRET: machine.secret,
  };
}

/** Gives a role to whoever the service does not know. @param words what `evenhand grant` is told */
async function admit(
  client: ServiceClient,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  if (!(await client.isKnown())) {
    await command(['grant', ...words], environment);
  }
}

/** Makes somebody the own auditor of an organisation, which is there once the demonstration is. */
async function nameAuditor(
  client: ServiceClient,
  { role, email, organisation }: DemonstrationPerson,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  if (organisation === undefined) return;
  const { roles } = await client.get<{ roles: readonly { organisationId?: string }[] }>('me');
  if (roles.every(({ organisationId }) => organisationId === undefined)) {
    const place = ['--programme', DEMONSTRATION_NAME, '--organisation', organisation];
    await command(['grant', '--role', role, '--email', email, ...place], environment);
  }
}
