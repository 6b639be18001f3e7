import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import type request from 'supertest';
import { seeProcess } from '../../apps/embedded/src/postgres/seen-process';
import { type AnsweredCounts, attackOverTheWire } from '../harness/attack-over-the-wire';
import { freePort } from '../harness/free-port';
import { StartedProcess } from '../harness/processes';
import { keepProcess, letGoOfProcess, runFolder } from '../harness/run-folder';
import { Api } from '../harness/service';

const ROOT = join(__dirname, '..', '..');
const MAIN = join(ROOT, 'dist', 'apps', 'embedded', 'src', 'main.js');
const READY = /^Evenhand is ready on (http:\/\/localhost:\d+)$/;
const ROLES = ['aspiring_leader', 'coordinator', 'hr_auditor', 'mentor', 'platform_admin', 'talent_board'];
const STOPPED_WITHIN = 10_000;
/** Five programs start at once, and import and match people: longer than a busy machine takes. */
const STARTED_WITHIN = 90_000;
/** After that people answer, meet, and a report is made and published, which nobody waits for but a test. */
const SHOWN_WITHIN = 300_000;
/** For a test that starts more than once. */
const PATIENCE = 4 * STARTED_WITHIN;

/** What is meant for somebody's other programs. */
const MEANT_FOR_OTHERS = {
  HOST: 'nowhere.invalid',
  QUEUE_URL: 'redis://nowhere.invalid',
  DATABASE_URL: 'postgres://nowhere.invalid/other',
  PUBLIC_URL: 'https://nowhere.invalid',
  OIDC_ISSUER: 'https://nowhere.invalid',
  OIDC_CLIENT_SECRET: 'meant-for-others',
  OIDC_STAFF_ID_CLAIM: 'sub',
  PGSSLMODE: 'require',
  PGHOST: 'nowhere.invalid',
  HTTP_PROXY: 'http://127.0.0.1:9',
  http_proxy: 'http://127.0.0.1:9',
};

interface Round {
  readonly id: string;
  readonly state: string;
}

interface List<Item> {
  readonly items: readonly Item[];
}

/** A data folder, and whoever is started on it. */
class Home {
  readonly folder = join(folderForEverybody(), 'data');
  readonly port = freePort();
  private readonly starts: StartedProcess[] = [];
  private servers: number[] = [];

  async begin(
    environment: Readonly<Record<string, string>> = {},
    [program, ...words] = [process.execPath, MAIN],
  ): Promise<StartedProcess> {
    const env = { EVENHAND_DATA: this.folder, PORT: String(await this.port), ...environment };
    const start = StartedProcess.start(program, words, { env, cwd: ROOT });
    this.starts.push(start);
    return start;
  }

  /** Settles when it is ready. */
  async start(environment?: Readonly<Record<string, string>>): Promise<StartedProcess> {
    const start = await this.begin(environment);
    await start.line(READY, STARTED_WITHIN);
    return start;
  }

  /** Every process that was started on this folder, as far as they have told of themselves. */
  processIds(): number[] {
    const logged = ['server', 'worker', 'provider'].flatMap((name) =>
      this.lines(`logs/${name}.log`).flatMap((line) => /"process":(\d+)/.exec(line)?.[1] ?? []),
    );
    const database = Number(this.lines('postgres/data/postmaster.pid')[0]);
    if (database > 0 && !this.servers.includes(database)) {
      this.servers.push(database);
      keepProcess(database, 'SIGQUIT');
    }
    return [...new Set([...this.starts.map(({ id }) => id), ...logged.map(Number), ...this.servers])];
  }

  running(): number[] {
    return this.processIds().filter((id) => {
      const { command } = seeProcess(id) ?? { command: '' };
      // An id in an old log may by now be somebody else's.
      return command.includes(join(ROOT, 'dist')) || command.includes(this.folder);
    });
  }

  /** As a machine does that goes down. */
  async killEverything(): Promise<void> {
    for (const id of this.running()) process.kill(id, 'SIGKILL');
    await this.nobodyRuns();
  }

  async nobodyRuns(): Promise<void> {
    await until(
      () => this.running().length === 0,
      STOPPED_WITHIN,
      () => `They still run: ${this.running().join()}`,
    );
    for (const id of this.servers) letGoOfProcess(id);
    this.servers = [];
  }

  lines(name: string): string[] {
    const file = join(this.folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  }

  token(role: string): string {
    return this.lines(`tokens/${role}`)[0] ?? '';
  }

  async as(role: string): Promise<Api> {
    return new Api(`http://127.0.0.1:${await this.port}`, this.token(role));
  }

  /** Somebody who has not signed in. */
  async reader(): Promise<Api> {
    return new Api(`http://127.0.0.1:${await this.port}`, undefined);
  }

  async rounds(): Promise<readonly Round[]> {
    const coordinator = await this.as('coordinator');
    const [programme] = (await body<List<{ id: string }>>(coordinator.get('programmes'))).items;
    if (programme === undefined) return [];
    const rounds = coordinator.get(`matching-rounds?programme=${programme.id}`);
    return (await body<List<Round>>(rounds)).items;
  }

  /** How often the server was asked for that with success. */
  asked(route: string): number {
    return this.lines('logs/server.log').filter((line) =>
      [`"method":"POST"`, `"route":"/api/v1/${route}"`, '"status":20'].every((part) => line.includes(part)),
    ).length;
  }
}

/** Where root runs the tests, the database runs as another account, which must be able to enter. */
function folderForEverybody(): string {
  const folder = mkdtempSync(join(runFolder(), 'start-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** The body of an answer that has to be a good one. */
async function body<Body>(answer: request.Test): Promise<Body> {
  return (await answer.expect(200)).body as Body;
}

async function until(
  holds: () => boolean | Promise<boolean>,
  milliseconds: number,
  otherwise: () => string,
): Promise<void> {
  for (const end = Date.now() + milliseconds; !(await holds());) {
    if (Date.now() > end) throw new Error(otherwise());
    await pause(20);
  }
}

/** Waits for something that can only be seen while the server is there. */
const seen = (holds: () => Promise<boolean>): Promise<void> =>
  until(
    () => holds().catch(() => false),
    STARTED_WITHIN,
    () => 'It was never seen.',
  );

/** As a terminal does at Ctrl-C: everybody of the group. @returns the exit code */
async function interrupt(start: StartedProcess): Promise<number | null> {
  process.kill(-start.id, 'SIGINT');
  return (await start.end(STOPPED_WITHIN)).code;
}

/** Everything that it printed about the programme, without the address. */
function table({ output }: StartedProcess): string[] {
  const lines = output.split('\n');
  return lines.slice(
    lines.findIndex((line) => line.startsWith('The demonstration programme')),
    lines.findIndex((line) => line.startsWith('Sign in at')),
  );
}

interface Pool {
  readonly id: string;
  readonly title: string;
  readonly asOf?: string;
  readonly criteria: readonly { readonly number: number }[];
  readonly composition: Members & {
    readonly groups: readonly Members[];
    readonly stages: readonly Members[];
  };
  readonly decisions: { readonly outcomes: readonly { readonly decisions: number | null }[] };
}

interface Members {
  readonly members: number | null;
}

interface Member {
  readonly personId: string;
  readonly state: string;
}

interface Proposal {
  readonly state: string;
  readonly menteeAcceptedAt?: string;
  readonly mentorAcceptedAt?: string;
}

interface Snapshot {
  readonly reportId: string;
  readonly state: string;
}

interface Report {
  readonly sections: readonly Section[];
}

interface Section {
  readonly code: string;
  readonly sentence: string;
  readonly table: {
    readonly columns: readonly { readonly code: string }[];
    readonly rows: readonly (readonly (string | number | null)[])[];
  };
}

/** What a section of a report says in a column, row by row. */
function told({ sections }: Report, section: string, column: string): readonly (string | number | null)[] {
  const { columns, rows } = sections.find(({ code }) => code === section)!.table;
  const at = columns.findIndex(({ code }) => code === column);
  return rows.map((row) => row[at]!);
}

const numbersIn = (cells: readonly (string | number | null)[]): readonly number[] =>
  cells.filter((cell) => typeof cell === 'number');

/** The first of a kind that everybody may read, as they read it. */
async function published<Thing>(reader: Api, kind: string): Promise<Thing | undefined> {
  const [first] = (await body<List<{ id: string }>>(reader.get(`transparency/${kind}`))).items;
  return first && body<Thing>(reader.get(`transparency/${kind}/${first.id}`));
}

function expectRoundedOrWithheld(counts: readonly (number | null)[]): void {
  const told = counts.filter((count) => count !== null);
  expect(told.length).toBeGreaterThan(3);
  expect(counts.length).toBeGreaterThan(told.length);
  expect(told.filter((count) => count % 5 !== 0 || count < 10)).toEqual([]);
}

const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8);

jest.setTimeout(PATIENCE);

describe('npm start', () => {
  const home = new Home();
  const neighbour = new Home();
  let first: StartedProcess;
  let third: StartedProcess;
  let tokens: string[];
  let rounds: readonly Round[];

  beforeAll(async () => {
    first = await home.start(MEANT_FOR_OTHERS);
    tokens = ROLES.map((role) => home.token(role));
    rounds = await home.rounds();
  });

  afterAll(() => Promise.all([home, neighbour].map((one) => one.killEverything())));

  it('prints what came of the demonstration, and serves the page where it says', async () => {
    const address = READY.exec(first.output.trimEnd().split('\n').at(-1)!)![1]!;
    expect(address).toBe(`http://localhost:${await home.port}`);
    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Nurses');
    expect(table(first)).toContain('certificate valid');
    expect(rounds.map(({ state }) => state)).toEqual(['published']);
  });

  it('is shown in the picture of the README', () => {
    const picture = readFileSync(join(ROOT, 'docs', 'pictures', 'outcome.svg'), 'utf8');
    // A picture keeps its columns apart by spaces that do not collapse.
    const drawn = Array.from(picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, text]) =>
      text!.replaceAll('\u00a0', ' '),
    );
    const asIfAtHome = first.output
      .replaceAll(home.folder, '.data')
      .replaceAll(/http:\/\/localhost:\d+/g, 'http://localhost:3000')
      .split('\n');
    const printed = asIfAtHome.slice(asIfAtHome.findIndex((line) => line.startsWith('The demonstration')));
    expect(drawn).toEqual(printed.filter((line) => line !== ''));
    expect(readFileSync(join(ROOT, 'README.md'), 'utf8')).toContain('docs/pictures/outcome.svg');
  });

  it('leaves a token for each role that works, and that nobody else can read', async () => {
    const folder = join(home.folder, 'tokens');
    expect(readdirSync(folder).sort()).toEqual(ROLES);
    expect([mode(folder), ...ROLES.map((role) => mode(join(folder, role)))]).toEqual([
      '700',
      ...ROLES.map(() => '600'),
    ]);
    for (const role of ROLES) {
      expect(await body((await home.as(role)).get('me'))).toMatchObject({
        roles: expect.arrayContaining([expect.objectContaining({ role })]) as unknown,
      });
    }
    expect(await body((await home.as('hr_auditor')).get('me'))).toMatchObject({
      roles: [{ role: 'hr_auditor' }, { role: 'hr_auditor', organisationId: expect.any(String) as string }],
    });
    expect(
      ['logs', 'logs/server.log', 'logs/worker.log', 'logs/provider.log'].map((name) =>
        mode(join(home.folder, name)),
      ),
    ).toEqual(['700', '600', '600', '600']);
  });

  it('lets a newcomer go on to sign in, and a machine call the API by its own name', async () => {
    const sent = await fetch(`http://localhost:${await home.port}/sign-in`, { redirect: 'manual' });
    const provider = new URL(sent.headers.get('location')!);
    expect(provider.hostname).toBe('localhost');
    const folder = join(home.folder, 'provider');
    expect([mode(folder), mode(join(folder, 'machine-secret'))]).toEqual(['700', '600']);
    const answer = await fetch(`${provider.origin}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`evenhand-machine:${home.lines('provider/machine-secret')[0]!}`)}`,
      },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = (await answer.json()) as { access_token: string };
    expect(await body(new Api(`http://127.0.0.1:${await home.port}`, token).get('me'))).toMatchObject({
      roles: [{ role: 'coordinator' }],
    });
  });

  it.each<[string, () => Record<string, string> | Promise<Record<string, string>>, RegExp]>([
    [
      'a port that is taken',
      async () => ({ PORT: String(await home.port) }),
      /^Port \d+ is taken: .*PORT=3001/,
    ],
    [
      'a port that is none',
      () => ({ PORT: 'abc' }),
      /^PORT must be a whole number from 0 to 65535; it is "abc"\.$/,
    ],
    [
      'an installation in earnest, where people need passwords',
      () => ({ NODE_ENV: 'production', PORT: '0' }),
      /^npm start is a demonstration .* NODE_ENV is production\.$/,
    ],
    ['a port beyond the last', () => ({ PORT: '65536' }), /^PORT must be a whole number/],
    [
      'data that is in use',
      () => ({ EVENHAND_DATA: home.folder, PORT: '0' }),
      /^Evenhand is already running on /,
    ],
  ])('refuses %s in one line, and starts nothing', async (_, environment, line) => {
    const start = await neighbour.begin(await environment());
    expect(await start.end()).toEqual({ code: 2, signal: null });
    expect(start.output).toMatch(/^[^\n]+\n$/);
    expect(start.output.trimEnd()).toMatch(line);
    expect(existsSync(neighbour.folder)).toBe(false);
    expect((await fetch(`http://127.0.0.1:${await home.port}/health/ready`)).status).toBe(200);
  });

  it('beside another one, killed in the middle of the import and of the round, completes both the next time', async () => {
    await neighbour.begin();
    await seen(async () => {
      const coordinator = await neighbour.as('coordinator');
      return (await body<List<unknown>>(coordinator.get('programmes'))).items.length > 0;
    });
    await neighbour.killEverything();

    await neighbour.begin();
    await seen(async () => (await neighbour.rounds()).some(({ state }) => state !== 'draft'));
    await neighbour.killEverything();

    third = await neighbour.begin({}, ['npm', 'start']);
    await third.line(READY, STARTED_WITHIN);
    expect(table(third)).toEqual(table(first));
    expect((await neighbour.rounds()).map(({ state }) => state)).toEqual(['published']);
  });

  it('stops everything when npm, and nobody else, is told to stop', async () => {
    expect(neighbour.running().length).toBeGreaterThan(3);
    third.signal('SIGTERM');
    await third.end(STOPPED_WITHIN);
    await neighbour.nobodyRuns();
  });

  it('shows whoever has not signed in a talent pool that is open, without one small count', async () => {
    const [reader, board] = [await home.reader(), await home.as('talent_board')];
    await until(
      async () => (await published<Pool>(reader, 'talent-pools'))?.asOf !== undefined,
      SHOWN_WITHIN,
      () => 'No counts of a talent pool were published.',
    );
    const pool = (await published<Pool>(reader, 'talent-pools'))!;
    expect(pool).toMatchObject({ state: 'open', waysIn: ['nominated', 'applied'] });
    expect(pool.criteria.map(({ number }) => number)).toEqual([2, 1]);
    const { composition, decisions } = pool;
    const told = [composition, ...composition.groups, ...composition.stages].map(({ members }) => members);
    expectRoundedOrWithheld([...told, ...decisions.outcomes.map((outcome) => outcome.decisions)]);

    const members = (await body<List<Member>>(board.get(`talent-pools/${pool.id}/members?limit=200`))).items;
    const states = new Set(members.map(({ state }) => state));
    expect([...states].sort()).toEqual([
      ...['appointed', 'assessed', 'in_pool', 'interested', 'not_in_pool'],
    ]);
    const page = (await reader.get(`/pools/${pool.id}`).expect(200)).text;
    expect(page).toContain(pool.title);
    expect(page).toContain('Leads a team, or has been found ready to within three years.');
    expect(page).toContain('Nurses');
    for (const { personId } of members) expect(page).not.toContain(personId);
    expect((await reader.get('/pools').expect(200)).text).toContain(`href="/pools/${pool.id}"`);
  });

  it('shows an equity report that its auditor had made and its board approved, in each form and nothing small', async () => {
    const [reader, auditor] = [await home.reader(), await home.as('hr_auditor')];
    await until(
      async () => (await published(reader, 'equity-snapshots')) !== undefined,
      SHOWN_WITHIN,
      () => 'No equity report was published.',
    );
    const snapshot = (await published<{ id: string; report: object }>(reader, 'equity-snapshots'))!;
    const [{ reportId, state }] = (await body<List<Snapshot>>(auditor.get('equity/snapshots'))).items as [
      Snapshot,
    ];
    expect(state).toBe('published');
    // The one had it made and put forward, which the other cannot, and cannot approve what they put forward.
    const board = await home.as('talent_board');
    await board.post('equity/reports', {}).expect(403);
    await auditor.post(`equity/snapshots/${snapshot.id}/approve`).expect(403);
    const accounts = await Promise.all(
      [auditor, board].map(async (who) => (await body<{ accountId: string }>(who.get('me'))).accountId),
    );
    expect(new Set(accounts).size).toBe(2);

    const { report } = await body<{ report: Report }>(auditor.get(`equity/reports/${reportId}`));
    expect(snapshot.report).toEqual(report);
    const [mine, public_] = [`equity/reports/${reportId}`, `transparency/equity-snapshots/${snapshot.id}`];
    const csv = (await auditor.get(`${mine}/tables.csv`).expect(200)).text;
    expect((await reader.get(`${public_}/tables.csv`).expect(200)).text).toBe(csv);
    expect(csv).toContain('withheld');
    for (const [who, of] of [[auditor, mine] as const, [reader, public_] as const]) {
      const workbook = await who.get(`${of}/tables.xlsx`).expect(200);
      expect(workbook.headers['content-type']).toContain('spreadsheetml');
    }
    const page = (await reader.get(`/equity/${snapshot.id}`).expect(200)).text;
    for (const { code } of report.sections) expect(page).toContain(`id="${code}"`);
    expect((await reader.get('/equity').expect(200)).text).toContain(`href="/equity/${snapshot.id}"`);

    const { sets } = await body<{ sets: string[][] }>(auditor.get('equity/lattice'));
    const tables = await Promise.all(
      sets.map((set) =>
        body<AnsweredCounts>(auditor.get(`${mine}/counts?${set.map((code) => `by=${code}`).join('&')}`)),
      ),
    );
    const counts = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.counts)));
    expectRoundedOrWithheld(counts);
    expect(await attackOverTheWire(tables, DEFAULT_DISCLOSURE_POLICY)).toEqual([]);
  });

  it('shows a report that finds something: people asked, answered, met and were helped, and not all groups alike', async () => {
    const { report } = (await published<{ report: Report }>(await home.reader(), 'equity-snapshots'))!;
    const [groups, sex] = ['access-by-professional-group', 'access-by-sex'] as const;
    const rates = (column: string, section: string = groups) => numbersIn(told(report, section, column));
    expect(rates('access_rate').length).toBeGreaterThan(3);
    expect(new Set(rates('access_rate')).size).toBeGreaterThan(2);
    expect(rates('ask_rate').length).toBeGreaterThan(5);
    expect(Math.max(...rates('ask_rate'))).toBeLessThan(100);
    expect(Math.min(...rates('ask_rate'))).toBeLessThan(50);
    for (const step of ['met', 'helped', 'completed']) expect(rates(step).length).toBeGreaterThan(2);
    expect(rates('access_rate', sex).length).toBeGreaterThan(1);
    for (const by of ['professional-group', 'sex']) {
      expect(rates('matched_index', `representation-by-${by}`).length).toBeGreaterThan(1);
    }
    expect(rates('ask_rate', 'outreach-by-professional-group').length).toBeGreaterThan(3);

    const { sentence } = report.sections.find(({ code }) => code === groups)!;
    expect(sentence).toContain('A disparity in access is found for the group “Allied health professionals”.');
    expect(told(report, groups, 'access_verdict')).toContain('No evidence of disparity');
    expect(told(report, groups, 'asking_verdict')).toContain('Disparity');
  });

  it('leaves whoever signs in what was proposed to them', async () => {
    for (const role of ['aspiring_leader', 'mentor']) {
      const { items } = await body<List<Proposal>>((await home.as(role)).get('proposals'));
      expect(items.length).toBeGreaterThan(0);
      for (const { state, menteeAcceptedAt, mentorAcceptedAt } of items) {
        expect([state, menteeAcceptedAt, mentorAcceptedAt]).toEqual(['offered', undefined, undefined]);
      }
    }
  });

  it('ends at Ctrl-C, with everything that it started', async () => {
    expect(home.running().length).toBe(5);
    expect(await interrupt(first)).toBe(0);
    expect(home.running()).toEqual([]);
    const port = await home.port;
    await new Promise<void>((resolve, reject) => {
      const probe = createServer().once('error', reject);
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
    });
  });

  it('goes on with the same data, which it does not make anew', async () => {
    const again = await home.start();
    expect(table(again)).toEqual(table(first));
    // Accounts are known by what the provider calls itself, so yesterday's tokens are still somebody's.
    for (const token of tokens) {
      await body(new Api(`http://127.0.0.1:${await home.port}`, token).get('me'));
    }
    expect(home.asked('imports')).toBe(1);
    expect(home.asked('matching-rounds/:id/run')).toBe(1);
    for (const name of ['pool', 'lives']) {
      expect(home.lines(`logs/${name}.log`).filter((line) => line.includes('"stopping"'))).toHaveLength(1);
    }
    expect(await home.rounds()).toEqual(rounds);
  });

  it('goes on after everything was killed, and makes a token anew that got lost', async () => {
    expect(home.running().length).toBe(5);
    await home.killEverything();
    writeFileSync(join(home.folder, 'tokens', 'hr_auditor'), '');
    expect(table(await home.start())).toEqual(table(first));
    await (await home.as('hr_auditor')).get('me').expect(200);
    await (await home.as('coordinator')).get('me').expect(200);
    expect(
      ['equity/reports', 'equity/snapshots', 'equity/snapshots/:id/approve'].map((at) => home.asked(at)),
    ).toEqual([...[1, 1, 1]]);
  });

  it('takes its server and worker with it when it alone is killed, and goes on the next time', async () => {
    const [parent, ...others] = home.running();
    expect(others.length).toBe(4);
    process.kill(parent!, 'SIGKILL');
    const programs = others.slice(0, 3);
    await until(
      () => programs.every((id) => seeProcess(id) === undefined),
      STOPPED_WITHIN,
      () => 'The server, the worker or the provider still runs.',
    );
    for (const name of ['server', 'worker', 'provider']) {
      expect(home.lines(`logs/${name}.log`).at(-2)).toContain('"reason":"disconnect"');
    }
    const again = await home.start();
    expect(again.output).toContain('Stopping the database server that an earlier start left behind');
    expect(table(again)).toEqual(table(first));
    expect(await interrupt(again)).toBe(0);
    await home.nobodyRuns();
  });

  it.each([
    ['its database', 'postgres/data/postmaster.pid'],
    ['its server', 'logs/server.log'],
  ])('ends what it has begun when it is interrupted while it starts %s', async (_, file) => {
    const path = join(home.folder, file);
    const changed = () => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    const before = changed();
    const start = await home.begin();
    await until(
      () => changed() !== before,
      STARTED_WITHIN,
      () => `${path} did not change.`,
    );
    expect(await interrupt(start)).toBe(0);
    expect(start.output).toBe('Stopping …\n');
    expect(home.running()).toEqual([]);
  });
});
