import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import {
  type EmbeddedPostgresOptions,
  type RunningPostgres,
  startEmbeddedPostgres,
} from '../../apps/embedded/src/postgres/embedded-postgres';
import { installedPrograms } from '../../apps/embedded/src/postgres/postgres-programs';
import { seeProcess } from '../../apps/embedded/src/postgres/seen-process';
import { usePostgres } from '../harness/postgres';
import { type StartedProcess, useProcesses } from '../harness/processes';
import { hasRedis, queueBackends } from '../harness/redis';
import { keepProcess, letGoOfProcess, runFolder } from '../harness/run-folder';

const isRoot = process.geteuid?.() === 0;
const HOLD = join(__dirname, '..', 'harness', 'hold-postgres.cjs');

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const remember = (url: string) =>
  query(url, "create table remembered (word text); insert into remembered values ('kept')");
const remembered = (url: string) => query(url, 'select word from remembered');
const KEPT = [{ word: 'kept' }];

async function gone(processId: number): Promise<void> {
  while (seeProcess(processId) !== undefined) await pause(20);
}

describe('The embedded PostgreSQL', () => {
  const processes = useProcesses();
  const running: RunningPostgres[] = [];
  let folder: string;
  let dataFolder: string;
  let lines: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(runFolder(), 'clone-'));
    chmodSync(folder, 0o755);
    dataFolder = join(folder, 'postgres');
    lines = [];
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((one) => one.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(more: Partial<EmbeddedPostgresOptions> = {}): Promise<RunningPostgres> {
    const one = await startEmbeddedPostgres({
      dataFolder,
      log: (line) => lines.push(line),
      durable: false,
      ...more,
    });
    running.push(one);
    keepProcess(one.processId, 'SIGQUIT');
    void one.ended.then(() => letGoOfProcess(one.processId));
    return one;
  }

  /** A process that started the server, as `npm start` does. */
  async function startElsewhere(): Promise<{ owner: StartedProcess; postgres: RunningPostgres }> {
    const owner = processes.start(process.execPath, [HOLD, dataFolder]);
    const line = await owner.line(/^running /);
    return { owner, postgres: JSON.parse(line.slice('running '.length)) as RunningPostgres };
  }

  it('starts with an empty database, for this machine only', async () => {
    const postgres = await start();
    expect(postgres.url).toMatch(/^postgres:\/\/evenhand:[0-9a-f]{48}@127\.0\.0\.1:\d+\/evenhand$/);
    const settings =
      "select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets, " +
      "current_setting('server_encoding') as encoding, current_setting('server_version_num')::int / 10000 as major";
    expect(await query(postgres.url, settings)).toEqual([
      { addresses: '127.0.0.1', sockets: '', encoding: 'UTF8', major: 18 },
    ]);
    expect(lines).toEqual(['Making the database (once) …']);
    expect(statSync(join(dataFolder, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(dataFolder).mode & 0o777).toBe(0o700);
  });

  it('asks for the password', async () => {
    const { url } = await start();
    const wrong = Object.assign(new URL(url), { password: 'guessed' }).href;
    await expect(query(wrong, 'select')).rejects.toThrow('password authentication failed');
  });

  it('is durable unless a test says otherwise', async () => {
    const { url } = await start({ durable: true });
    const durability =
      'select name, setting from pg_settings where ' +
      "name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name";
    expect((await query<{ setting: string }>(url, durability)).map(({ setting }) => setting)).toEqual(
      Array(3).fill('on'),
    );
  });

  it('keeps its data from start to start, and is gone in between', async () => {
    const first = await start();
    await remember(first.url);
    await first.stop();
    await first.ended;
    expect(seeProcess(first.processId)).toBeUndefined();
    expect(existsSync(join(dataFolder, 'data', 'postmaster.pid'))).toBe(false);

    lines = [];
    expect(await remembered((await start()).url)).toEqual(KEPT);
    expect(lines).toEqual([]);
  });

  it('stops although somebody is connected', async () => {
    const postgres = await start();
    const client = new Client({ connectionString: postgres.url });
    const sentAway = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await postgres.stop();
    expect(seeProcess(postgres.processId)).toBeUndefined();
    await sentAway;
  });

  it('keeps its data when the server is killed, and says that it ended', async () => {
    const first = await start({ durable: true });
    await remember(first.url);
    process.kill(first.processId, 'SIGKILL');
    await first.ended;
    expect(await remembered((await start({ durable: true })).url)).toEqual(KEPT);
  });

  it('ends the server of a killed parent and keeps its data', async () => {
    const { owner, postgres } = await startElsewhere();
    await remember(postgres.url);
    await owner.kill();
    expect(seeProcess(postgres.processId)).toBeDefined();

    const again = await start();
    expect(lines).toEqual([
      `Stopping the database server that an earlier start left behind (process ${postgres.processId}) …`,
    ]);
    expect(seeProcess(postgres.processId)).toBeUndefined();
    expect(await remembered(again.url)).toEqual(KEPT);
  });

  it('waits for what a killed server left behind, and keeps its data', async () => {
    const { owner, postgres } = await startElsewhere();
    await remember(postgres.url);
    const busy = new Client({ connectionString: postgres.url });
    busy.on('error', () => undefined);
    await busy.connect();
    // It looks at nothing else for two seconds, so that it outlives its server.
    const spin =
      "do $$ declare n int := 0; until timestamptz := clock_timestamp() + interval '2 s'; begin " +
      'while clock_timestamp() < until loop n := n + 1; end loop; end $$';
    const interrupted = busy.query(spin).catch(() => undefined);
    await pause(200);
    await owner.kill();
    process.kill(postgres.processId, 'SIGKILL');
    await gone(postgres.processId);

    expect(await remembered((await start()).url)).toEqual(KEPT);
    await interrupted;
  });

  it('begins anew where it was killed while it made the database', async () => {
    const owner = processes.start(process.execPath, [HOLD, dataFolder]);
    const making = () => readdirSync(folder).find((name) => name.startsWith('postgres.making-'));
    const isHalfMade = () => {
      const name = making();
      return name !== undefined && existsSync(join(folder, name, 'data', 'PG_VERSION'));
    };
    while (!isHalfMade()) await pause(5);
    await owner.kill();
    expect(existsSync(dataFolder)).toBe(false);
    expect(making()).toBeDefined();

    await remember((await start()).url);
    expect(making()).toBeUndefined();
  });

  it('leaves a server alone whose owner is alive', async () => {
    const { owner, postgres } = await startElsewhere();
    const home = postgres.home;
    await expect(start()).rejects.toMatchObject({
      code: 'postgres.already-running',
      message: `Evenhand is already running on ${home} (process ${owner.id}).`,
    });
    await remember(postgres.url);
    owner.signal('SIGTERM');
    expect(await owner.end()).toEqual({ code: 0, signal: null });
    expect(seeProcess(postgres.processId)).toBeUndefined();
  });

  it('lets one win of several that start at once, the first time and later', async () => {
    for (const round of ['first', 'later']) {
      const outcomes = await Promise.allSettled([start(), start(), start()]);
      const won = outcomes.filter(({ status }) => status === 'fulfilled');
      const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect({ round, won: won.length }).toEqual({ round, won: 1 });
      expect(lost).toEqual(Array(2).fill(expect.objectContaining({ code: 'postgres.already-running' })));
      await Promise.all(running.splice(0).map((one) => one.stop()));
    }
    expect(readdirSync(folder)).toEqual(['postgres']);
  });

  it('does not take the server of another clone for its own because it has the same process id', async () => {
    const first = await start();
    await remember(first.url);
    const claimFile = join(dataFolder, 'data', 'postmaster.pid');
    const claim = readFileSync(claimFile, 'utf8');
    await first.stop();
    const other = await start({ dataFolder: join(folder, 'of-another-clone') });
    writeFileSync(claimFile, claim.replace(/^\d+/, String(other.processId)));

    expect(await remembered((await start()).url)).toEqual(KEPT);
    expect(await query(other.url, 'select 1 as here')).toEqual([{ here: 1 }]);
  });

  it('refuses the data of another PostgreSQL', async () => {
    await (await start()).stop();
    writeFileSync(join(dataFolder, 'data', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({
      code: 'postgres.other-version',
      message: expect.stringContaining('made by PostgreSQL 15, and this is PostgreSQL 18') as string,
    });
  });

  it('touches no folder that holds something else', async () => {
    mkdirSync(dataFolder);
    writeFileSync(join(dataFolder, 'letter.txt'), 'Dear all');
    await expect(start()).rejects.toMatchObject({ code: 'postgres.not-a-data-folder' });
    expect(readdirSync(dataFolder)).toEqual(['letter.txt']);
  });

  it('says where it cannot write', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const impossible = join(folder, 'a-file', 'postgres');
    await expect(start({ dataFolder: impossible })).rejects.toMatchObject({
      code: 'postgres.not-writable',
      message: expect.stringContaining(`The database cannot be kept in ${impossible}: `) as string,
    });
  });

  it('says what is wrong with the programs', async () => {
    expect(() => installedPrograms('sunos', 'sparc')).toThrow(
      expect.objectContaining({ code: 'postgres.unsupported-platform' }) as Error,
    );
    const programs = { folder: join(folder, 'nothing'), version: '18.4.0' };
    await expect(start({ programs })).rejects.toMatchObject({
      code: expect.stringMatching(/^postgres\./) as string,
    });
  });

  if (isRoot) {
    describe('as root', () => {
      it('runs as another account', async () => {
        const postgres = await start();
        expect(statSync(join(dataFolder, 'data')).uid).not.toBe(0);
        expect(readFileSync(`/proc/${postgres.processId}/status`, 'utf8')).not.toMatch(/^Uid:.*\b0\b/m);
      });

      it('keeps data and programs where that account can reach them, and says so', async () => {
        const installed = installedPrograms();
        const programs = {
          folder: join(folder, 'native'),
          version: `${installed.version}-test-${process.pid}`,
        };
        cpSync(installed.folder, programs.folder, { recursive: true, verbatimSymlinks: true });
        chmodSync(folder, 0o700);

        const postgres = await start({ programs });
        const shelved = join(dirname(postgres.home), `postgres-${programs.version}`);
        try {
          expect(lines[0]).toContain(`The database is kept in ${postgres.home}: the account `);
          expect(readFileSync(`${dataFolder}.is-elsewhere.txt`, 'utf8')).toContain(postgres.home);
          expect(existsSync(dataFolder)).toBe(false);
          expect(statSync(shelved)).toMatchObject({ uid: 0 });
          await remember(postgres.url);
          await postgres.stop();
          expect(await remembered((await start({ programs })).url)).toEqual(KEPT);
        } finally {
          await Promise.all(running.splice(0).map((one) => one.stop()));
          for (const made of [postgres.home, shelved]) rmSync(made, { recursive: true, force: true });
        }
      });
    });
  } else {
    describe('as an ordinary user', () => {
      it('runs as that user, in a folder that is closed to others too', async () => {
        chmodSync(folder, 0o700);
        const postgres = await start();
        expect(postgres.home).toBe(dataFolder);
        expect(statSync(join(dataFolder, 'data')).uid).toBe(process.geteuid?.());
      });
    });
  }
});

describe('What tests share', () => {
  const postgres = usePostgres();
  let filled = 0;
  const template = {
    name: 'remembering',
    fill: async (url: string) => {
      filled += 1;
      await remember(url);
    },
  };

  it('gives each test a database of its own', async () => {
    const [one, other] = [await postgres.createDatabase(), await postgres.createDatabase()];
    await remember(one);
    await expect(remembered(other)).rejects.toThrow('does not exist');
  });

  it('fills a template once, whoever asks for it at the same time', async () => {
    const urls = [await postgres.createDatabase({ template }), await postgres.createDatabase({ template })];
    expect(await Promise.all(urls.map(remembered))).toEqual([KEPT, KEPT]);
    expect(filled).toBe(1);
  });

  it('has the queue backends of this machine', () => {
    expect(queueBackends().map(({ name }) => name)).toEqual(
      hasRedis() ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'],
    );
  });

  describe.each(queueBackends())('for the queue on $name', ({ use }) => {
    const backend = use();

    it('has a server that answers', async () => {
      const { hostname, port } = new URL(backend.url);
      const socket = connect(Number(port), hostname);
      await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      socket.destroy();
    });
  });
});
