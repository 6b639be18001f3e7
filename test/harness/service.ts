import type { GrantedRole, RolePlace } from '@evenhand/identity';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import request from 'supertest';
import { databaseUrls, makeDatabaseUsers } from '../../apps/embedded/src/postgres/database-users';
import { type TokenProvider, useTokenProvider } from './openid-provider';
import { SERVER_START_MILLISECONDS, type Template, usePostgres } from './postgres';
import { type StartedProcess, useProcesses } from './processes';

const APPS = join(__dirname, '..', '..', 'dist', 'apps');

/** Who calls: a role, or nobody in particular. */
export type CallerName =
  'public' | 'aspiring_leader' | 'mentor' | 'coordinator' | 'hr_auditor' | 'talent_board' | 'platform_admin';

/** What a service is started with. */
export interface ServiceOptions {
  /** 1 unless said otherwise. */
  readonly workers?: number;
  /** Added to the environment of server and workers; asked for when they are started. A database as its superuser. */
  readonly environment?: () => Readonly<Record<string, string>>;
}

/** A server and its workers, compiled, on a database of their own. */
export interface RunningService {
  readonly address: string;
  /** As the superuser signs in, for tests that look behind the scenes: the programs have users of their own. */
  readonly databaseUrl: string;
  readonly server: StartedProcess;
  readonly workers: readonly StartedProcess[];
  readonly environment: Readonly<Record<string, string>>;
  /** Whose tokens the server believes. */
  readonly provider: TokenProvider;
  /** The API as somebody uses it who has a role in every programme. */
  as(caller: CallerName): Api;
  /** The API as whoever has this address uses it. */
  asHolderOf(email: string): Promise<Api>;
  /** Gives a role as `evenhand grant` does, but for the log, and without the seconds that the command takes to start. */
  grant(email: string, role: GrantedRole, where?: RolePlace): Promise<void>;
  /** The command `evenhand` on the service's database. @returns what it printed */
  command(words: readonly string[]): string;
  startWorker(): Promise<StartedProcess>;
  /** Another server on the same database. @returns its address */
  startServer(): Promise<{ readonly process: StartedProcess; readonly address: string }>;
}

/** Requests of one caller. Paths are those below `/api/v1`, or whole ones with a leading slash. */
export class Api {
  constructor(
    private readonly address: string,
    private readonly token: string | undefined,
  ) {}

  get(path: string): request.Test {
    return this.authorised(request(this.address).get(whole(path)));
  }

  post(path: string, body: object = {}): request.Test {
    return this.authorised(request(this.address).post(whole(path))).send(body);
  }

  put(path: string, body: object, version?: number): request.Test {
    const sent = this.authorised(request(this.address).put(whole(path)));
    return (version === undefined ? sent : sent.set('If-Match', `"v${version}"`)).send(body);
  }

  patch(path: string, body: object, version?: number): request.Test {
    const sent = this.authorised(request(this.address).patch(whole(path)));
    return (version === undefined ? sent : sent.set('If-Match', `"v${version}"`)).send(body);
  }

  /** The same caller at another server. */
  at(address: string): Api {
    return new Api(address, this.token);
  }

  /** Any method, for those who try what is not there. */
  send(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string): request.Test {
    return this.authorised(request(this.address)[method](whole(path)));
  }

  private authorised(test: request.Test): request.Test {
    return this.token === undefined ? test : test.set('Authorization', `Bearer ${this.token}`);
  }
}

/** For the `describe` (or file) that calls this. The build must be current: `npm test` sees to it. */
export function useService(options: ServiceOptions = {}): RunningService {
  const postgres = usePostgres();
  const provider = useTokenProvider();
  const processes = useProcesses();
  const running = { workers: [] as StartedProcess[] } as {
    address: string;
    databaseUrl: string;
    server: StartedProcess;
    workers: StartedProcess[];
    environment: Record<string, string>;
    workerEnvironment: Record<string, string>;
    tokens: Record<string, string>;
  };
  const start = (app: 'server' | 'worker'): StartedProcess =>
    processes.start(process.execPath, [join(APPS, app, 'src', 'main.js')], {
      env: app === 'server' ? running.environment : running.workerEnvironment,
    });

  const startServer = async () => {
    const server = start('server');
    const { port } = JSON.parse(await server.line(/"listening"/)) as { port: number };
    return { process: server, address: `http://127.0.0.1:${port}` };
  };
  const startWorker = async () => {
    const worker = start('worker');
    await worker.line(/"working"/);
    running.workers.push(worker);
    return worker;
  };
  const command = (words: readonly string[]) => runCommand(words, running.environment);

  beforeAll(async () => {
    const { DATABASE_URL, ...environment } = options.environment?.() ?? {};
    running.databaseUrl = DATABASE_URL ?? (await postgres.createDatabase({ template: MIGRATED }));
    const urls = databaseUrls(running.databaseUrl);
    running.environment = {
      DATABASE_URL: urls.server,
      QUEUE_URL: urls.queue,
      PORT: '0',
      NODE_ENV: 'production',
      OIDC_ISSUER: provider.issuer,
      ...NO_LIMITS,
      ...environment,
    };
    running.workerEnvironment = {
      ...running.environment,
      ...{ DATABASE_URL: urls.worker, AUDITOR_DATABASE_URL: urls.auditor },
    };
    await addAccounts(running.databaseUrl);
    running.tokens = Object.fromEntries(
      await Promise.all(
        ACCOUNTS.map(async (name) => [name, await provider.token(name, verified(addressOf(name)))] as const),
      ),
    );
    const { process: server, address } = await startServer();
    Object.assign(running, { server, address });
    for (let workers = options.workers ?? 1; workers > 0; workers--) await startWorker();
  }, 2 * SERVER_START_MILLISECONDS);

  return Object.assign(Object.create(running, {}) as typeof running, {
    provider,
    asHolderOf: async (email: string) =>
      new Api(running.address, await provider.token(email, verified(email))),
    as: (caller: CallerName) => new Api(running.address, running.tokens[caller]),
    grant: (email: string, role: GrantedRole, where?: RolePlace) =>
      addGrant(running.databaseUrl, email, role, where),
    command,
    startWorker,
    startServer,
  });
}

/** Tests ask more often than people do. */
const NO_LIMITS = {
  REQUESTS_PER_ADDRESS: '1000000',
  REQUESTS_PER_ACCOUNT: '1000000',
  REFUSALS_PER_ADDRESS: '1000000',
};

const STAFF = ['coordinator', 'hr_auditor', 'talent_board', 'platform_admin'] as const;
/** Beside the staff two who have no role: a person has theirs by being in a programme. */
const ACCOUNTS = [...STAFF, 'aspiring_leader', 'mentor'] as const;

const addressOf = (name: string) => `${name}@staff.example`;
const verified = (email: string) => ({ email, email_verified: true });

/** As `evenhand grant` would, in one go. */
function addAccounts(url: string): Promise<void> {
  return writeBehind(
    url,
    `with made as (
      insert into account (id, kind, email, state, version)
      select gen_random_uuid(), 'person', name || '@staff.example', 'active', 1 from unnest($1::text[]) name
      returning id, split_part(email, '@', 1) as role)
    insert into role_grant (id, account_id, role, state, asked_at, version)
    select gen_random_uuid(), id, role, 'held', now(), 1 from made where role = any($2)`,
    [ACCOUNTS, STAFF],
  );
}

/** To whoever has the address, with an account or without. */
function addGrant(
  url: string,
  email: string,
  role: GrantedRole,
  { programmeId, organisationId }: RolePlace = {},
): Promise<void> {
  return writeBehind(
    url,
    `with receiver as (
      insert into account (id, kind, email, state, version) values (gen_random_uuid(), 'person', $1, 'active', 1)
      on conflict (lower(email)) do update set version = account.version
      returning id)
    insert into role_grant (id, account_id, role, programme_id, organisation_id, state, asked_at, version)
    select gen_random_uuid(), id, $2, $3, $4, 'held', now(), 1 from receiver`,
    [email, role, programmeId ?? null, organisationId ?? null],
  );
}

async function writeBehind(url: string, sql: string, values: readonly unknown[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}

/** A database with every table and nobody in it. */
export const MIGRATED: Template = {
  name: 'migrated',
  fill: async (url) => {
    const { migrations } = await makeDatabaseUsers(url);
    runCommand(['migrate'], { DATABASE_URL: migrations });
  },
};

function runCommand(words: readonly string[], environment: Readonly<Record<string, string>>): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(APPS, 'cli/src/main.js'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (status !== 0)
    throw new Error(`evenhand ${words.join(' ')} ended with ${status ?? 'a signal'}: ${stderr}`);
  return stdout;
}

function whole(path: string): string {
  return path.startsWith('/') ? path : `/api/v1/${path}`;
}
