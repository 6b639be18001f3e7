import { DATABASE_ROLES } from '@evenhand/persistence';
import { CONFIGURATION_VARIABLES } from '@evenhand/config';
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import ts from 'typescript';
import { parse } from 'yaml';
import { filesOfTheHouse, textOf } from './house';

// No engine runs where this is tested, so what an engine would find is looked for in the files themselves.

const files = filesOfTheHouse();
const DEPLOYABLES = ['cli', 'server', 'worker'];
const VARIABLES = new Set<string>(CONFIGURATION_VARIABLES.map(({ name }) => name));

interface Instruction {
  readonly name: string;
  readonly words: string;
}

/** The stages of a Dockerfile, each from its FROM on. */
function stagesOf(deployable: string): Instruction[][] {
  const lines = (textOf(`docker/${deployable}.Dockerfile`) ?? '')
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [, name, words] = /^([A-Z]+)\s+(.*)$/.exec(line)!;
    if (name === 'FROM') stages.push([]);
    stages.at(-1)!.push({ name: name!, words: words! });
  }
  return stages;
}

function wordsOf(stage: readonly Instruction[], name: string): string[] {
  return stage.filter((instruction) => instruction.name === name).map(({ words }) => words);
}

/** What a stage copies from the repository. */
function copiedSources(stage: readonly Instruction[]): string[] {
  return wordsOf(stage, 'COPY')
    .filter((words) => !words.startsWith('--'))
    .flatMap((words) => words.split(' ').slice(0, -1));
}

/** What the last stage takes from the one that builds, as paths from the folder in which it builds. */
function takenFromBuild(stage: readonly Instruction[]): string[] {
  return wordsOf(stage, 'COPY').flatMap((words) => {
    const [, sources] = /^--from=build (.*) \S+$/.exec(words) ?? [];
    return sources?.split(' ').map((source) => source.replace('/app/', '')) ?? [];
  });
}

function isWithin(file: string, folders: readonly string[]): boolean {
  return folders.some((folder) => file === folder || file.startsWith(`${folder}/`));
}

/** Whether the building stage holds a path when it is done: what it copied, what it installed, what it compiled. */
function isMade(path: string, build: readonly Instruction[]): boolean {
  const copied = copiedSources(build);
  const runs = wordsOf(build, 'RUN').join(' && ');
  if (path === 'node_modules') return runs.includes('npm ci');
  const compiledFrom = /^dist\/(.+)$/.exec(path)?.[1];
  return compiledFrom === undefined
    ? copied.includes(path)
    : runs.includes('npm run -s build') && isWithin(compiledFrom, copied) && exists(compiledFrom);
}

function exists(path: string): boolean {
  return files.some((file) => isWithin(file, [path]));
}

/** The words of an instruction in its exec form. */
function exec(words: string | undefined): string[] {
  return JSON.parse(words ?? '[]') as string[];
}

/** Every `dist/….js` that the last stage starts: its program, and whatever looks after its health. */
function startedFiles(stage: readonly Instruction[]): string[] {
  const words = ['ENTRYPOINT', 'CMD', 'HEALTHCHECK'].flatMap((name) => wordsOf(stage, name));
  return words.flatMap((text) => Array.from(text.matchAll(/"(dist\/[^"]+)"/g), ([, file]) => file!));
}

/** The sources that `npm run build` compiles. */
function compiledSources(): Set<string> {
  const path = ts.sys.resolvePath(`${__dirname}/../../apps/tsconfig.build.json`);
  const { fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, (file) => ts.sys.readFile(file)).config,
    ts.sys,
    ts.sys.resolvePath(`${__dirname}/../../apps`),
  );
  const root = `${ts.sys.resolvePath(`${__dirname}/../..`)}/`;
  return new Set(fileNames.map((file) => file.replace(root, '')));
}

/** What .dockerignore lets into a build: everything is kept out but what it names with `!`. */
function isLetIn(path: string): boolean {
  const lines = (textOf('.dockerignore') ?? '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines[0] === '*' && lines.some((line) => line.startsWith('!') && isWithin(path, [line.slice(1)]));
}

describe.each(DEPLOYABLES)('The image of the %s', (deployable) => {
  const stages = stagesOf(deployable);
  const [build, image] = [stages[0]!, stages.at(-1)!];

  it('is built in one stage and delivered in another, each from a Node of one major version', () => {
    expect(stages).toHaveLength(2);
    expect(stages.map((stage) => stage[0]!.words)).toEqual([
      expect.stringMatching(/^node:24-[a-z]+-slim AS build$/),
      expect.stringMatching(/^node:24-[a-z]+-slim$/),
    ]);
  });

  it('copies what the repository holds and lets into a build', () => {
    const sources = [...copiedSources(build), ...copiedSources(image)];
    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => !exists(source) || !isLetIn(source))).toEqual([]);
  });

  it('takes from the build what the build makes', () => {
    const taken = takenFromBuild(image);
    expect(taken).toEqual(
      expect.arrayContaining(['package.json', 'node_modules', 'dist/libs', `dist/apps/${deployable}`]),
    );
    expect(taken.filter((path) => !isMade(path, build))).toEqual([]);
  });

  it('holds every file that its program reads and the compiler leaves where it is', () => {
    const read = files.filter(
      (file) =>
        isWithin(file, [`apps/${deployable}`, 'libs']) &&
        !file.endsWith('.ts') &&
        // Nobody but the server writes pages.
        (deployable === 'server' || !isWithin(file, ['libs/pages'])),
    );
    expect(read.filter((file) => !isWithin(file, copiedSources(image)))).toEqual([]);
  });

  it('holds no package for development, and none that is optional', () => {
    const runs = wordsOf(build, 'RUN').join(' && ');
    expect(runs).toContain('npm ci --omit=optional');
    expect(runs.split(' && ').at(-1)).toMatch(/^npm prune --omit=dev --omit=optional /);
    expect(wordsOf(image, 'RUN')).toEqual([]);
  });

  it('starts files that are compiled from a source, and that it holds', () => {
    const started = startedFiles(image);
    const sources = compiledSources();
    expect(started).toContain(`dist/apps/${deployable}/src/main.js`);
    expect(started.filter((file) => !isWithin(file, takenFromBuild(image)))).toEqual([]);
    const sourceOf = (file: string) => file.replace(/^dist\/(.*)\.js$/, '$1.ts');
    expect(started.filter((file) => !sources.has(sourceOf(file)))).toEqual([]);
  });

  it('runs as somebody who is not root, and owns nothing of it', () => {
    const names = image.map(({ name }) => name);
    expect(wordsOf(image, 'USER')).toEqual(['node']);
    expect(names.indexOf('USER')).toBeGreaterThan(names.lastIndexOf('COPY'));
    expect(names.indexOf('USER')).toBeLessThan(names.indexOf('CMD'));
    expect(wordsOf(image, 'COPY').filter((words) => words.includes('--chown'))).toEqual([]);
  });

  it('says how its health is known', () => {
    const [check, ...more] = wordsOf(image, 'HEALTHCHECK');
    expect(more).toEqual([]);
    if (deployable === 'cli') expect(check).toBe('NONE');
    else expect(check).toMatch(/^(?:--[a-z-]+=\d+s? )+CMD \["node", /);
  });

  it('sets no variable that nothing reads', () => {
    const names = wordsOf(image, 'ENV').flatMap((words) =>
      words.split(' ').map((word) => word.split('=')[0]!),
    );
    expect(names).toContain('NODE_ENV');
    expect(names.filter((name) => !VARIABLES.has(name))).toEqual([]);
  });
});

describe('The health check of the server', () => {
  const check = /CMD (\[.*)$/.exec(wordsOf(stagesOf('server').at(-1)!, 'HEALTHCHECK')[0]!)?.[1];
  const [, ...words] = exec(check);
  let server: Server | undefined;

  afterEach(() => new Promise((resolve) => (server === undefined ? resolve(0) : server.close(resolve))));

  async function listening(status: number): Promise<number> {
    const started = createServer(({ url }, response) => {
      response.statusCode = url === '/health/live' ? status : 404;
      response.end('{}');
    });
    server = started;
    await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
    return (started.address() as AddressInfo).port;
  }

  function exitCode(port: number): Promise<number | null> {
    const child = spawn(process.execPath, words, { env: { PORT: String(port) }, stdio: 'ignore' });
    return new Promise((resolve) => child.once('exit', resolve));
  }

  it('is 0 where the server lives', async () => {
    expect(await exitCode(await listening(200))).toBe(0);
  });

  it('is 1 where the server says no', async () => {
    expect(await exitCode(await listening(503))).toBe(1);
  });

  it('is 1 where nobody listens', async () => {
    const port = await listening(200);
    await new Promise((resolve) => server!.close(resolve));
    server = undefined;
    expect(await exitCode(port)).toBe(1);
  });
});

interface Service {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly configs?: readonly { readonly source: string; readonly target: string }[];
  readonly restart?: string;
  readonly profiles?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly stop_grace_period?: string;
  readonly deploy?: { readonly replicas: number };
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

describe('docker-compose.yml', () => {
  const text = textOf('docker-compose.yml') ?? '';
  const { services, volumes, configs } = parse(text, { merge: true }) as {
    readonly services: Readonly<Record<string, Service>>;
    readonly volumes: Readonly<Record<string, null>>;
    readonly configs: Readonly<Record<string, { readonly file: string }>>;
  };
  const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);

  it('has PostgreSQL, Redis, the migrations, the server, the worker and the command', () => {
    expect(Object.keys(services).sort()).toEqual(['cli', 'migrate', 'postgres', 'redis', 'server', 'worker']);
  });

  it('builds each of ours from its Dockerfile, with the whole repository before it', () => {
    expect(Object.fromEntries(ours.map(([name, { build }]) => [name, build]))).toEqual({
      migrate: { context: '.', dockerfile: 'docker/cli.Dockerfile' },
      server: { context: '.', dockerfile: 'docker/server.Dockerfile' },
      worker: { context: '.', dockerfile: 'docker/worker.Dockerfile' },
      cli: { context: '.', dockerfile: 'docker/cli.Dockerfile' },
    });
    expect(ours.filter(([, { build }]) => !files.includes(build!.dockerfile))).toEqual([]);
  });

  it('pins what it takes from elsewhere to a major version', () => {
    expect([services['postgres']?.image, services['redis']?.image]).toEqual([
      expect.stringMatching(/^postgres:\d+$/),
      expect.stringMatching(/^redis:\d+$/),
    ]);
  });

  it('gives the command only words that evenhand knows', () => {
    const known = Array.from(
      (textOf('apps/cli/src/command-line.ts') ?? '').matchAll(/\.command\('([a-z-]+)'\)/g),
      ([, word]) => word!,
    );
    expect(known).toContain('match');
    const given = ours.flatMap(([, { command }]) => command ?? []);
    expect(given).toEqual(['migrate']);
    expect(given.filter((word) => !known.includes(word))).toEqual([]);
  });

  it('sets only variables that are read, and every one that has to be', () => {
    for (const [, { environment = {} }] of ours) {
      expect(Object.keys(environment).filter((name) => !VARIABLES.has(name))).toEqual([]);
      expect(Object.keys(environment)).toEqual(
        expect.arrayContaining(
          CONFIGURATION_VARIABLES.filter(({ required }) => required).map(({ name }) => name),
        ),
      );
    }
  });

  it('reaches PostgreSQL and Redis where they are, each as a user of its own', () => {
    const users = { migrate: 'migrations', server: 'server', worker: 'worker', cli: 'server' };
    for (const [name, user] of Object.entries(users)) {
      const { DATABASE_URL, QUEUE_URL } = services[name]!.environment!;
      const database = new URL(DATABASE_URL!.replace(/\$\{[^}]*\}/g, 'hidden'));
      expect(database).toMatchObject({
        ...{ protocol: 'postgres:', hostname: 'postgres', username: `evenhand_${user}` },
        pathname: `/${services['postgres']!.environment!['POSTGRES_DB']!}`,
      });
      expect(new URL(QUEUE_URL!)).toMatchObject({ protocol: 'redis:', hostname: 'redis' });
    }
  });

  it('makes those users, and every role of the database, when it makes the database', () => {
    const script = textOf('docker/database-users.sql') ?? '';
    const roles = new Set(script.match(/\bevenhand_[a-z_]+/g));
    const users = ['server', 'worker', 'counts', 'migrations', 'jobs'].map((name) => `evenhand_${name}`);
    expect([...roles].sort()).toEqual([...Object.values(DATABASE_ROLES), ...users].sort());
    expect(configs['database-users']).toEqual({ file: 'docker/database-users.sql' });
    // It runs what ends in `.sql` and lies here, with a psql that knows what the service's environment says.
    expect(services['postgres']!.configs).toEqual([
      { source: 'database-users', target: '/docker-entrypoint-initdb.d/database-users.sql' },
    ]);
    const asked = Array.from(script.matchAll(/^\\getenv \w+ (\w+)$/gm), ([, name]) => name!);
    expect(asked).toHaveLength(users.length);
    expect(Object.keys(services['postgres']!.environment!)).toEqual(expect.arrayContaining(asked));
  });

  it('lets the worker alone count equality answers, as a user who sees none', () => {
    const counting = ours.filter(([, { environment }]) => environment!['AUDITOR_DATABASE_URL'] !== undefined);
    expect(counting.map(([name]) => name)).toEqual(['worker']);
    expect(services['worker']!.environment!['AUDITOR_DATABASE_URL']).toMatch(/^postgres:..evenhand_counts:/);
  });

  it('shows the key that signs to who signs and checks, and lets the worker alone write heads', () => {
    const key = '${SIGNING_FOLDER:-./signing}:/signing:ro';
    const heads = '${AUDIT_HEADS_FOLDER:-./audit-heads}:/audit-heads';
    expect(services['server']!.volumes).toEqual([key]);
    expect(services['worker']!.volumes).toEqual([key, heads]);
    expect(services['cli']!.volumes).toEqual([key, `${heads}:ro`]);
    for (const name of ['server', 'worker', 'cli']) {
      expect(services[name]!.environment).toMatchObject({
        ...{ SIGNING_KEY_FILE: '/signing/key.pem', AUDIT_HEADS_FOLDER: '/audit-heads' },
        FORMER_KEYS_FILE: '${FORMER_KEYS_FILE:-}',
      });
    }
    expect(services['migrate']).not.toHaveProperty('volumes');
  });

  it('holds no password: whoever starts it must bring one', () => {
    const brought = /^\$\{[A-Z_]+:(?:\?[^}]+|-)\}$/;
    const values = Object.values(services).flatMap(({ environment = {} }) => Object.entries(environment));
    const passwords = values.flatMap(([name, value]) => {
      const inUrl = /^\w+:\/\/[^:/@]+:(.*)@/.exec(value)?.[1];
      return /PASSWORD|SECRET|TOKEN/.test(name) ? [value] : inUrl === undefined ? [] : [inUrl];
    });
    expect(passwords.length).toBeGreaterThan(1);
    expect(passwords.filter((password) => !brought.test(password))).toEqual([]);
  });

  it('has a Redis that keeps its jobs through a restart and drops none for room', () => {
    expect(services['redis']!.command!.join(' ')).toBe(
      'redis-server --appendonly yes --maxmemory-policy noeviction',
    );
  });

  it('keeps the data of PostgreSQL and Redis in volumes', () => {
    const kept = ['postgres', 'redis'].flatMap((name) => services[name]!.volumes ?? []);
    expect(kept.map((volume) => volume.split(':')[0])).toEqual(Object.keys(volumes));
    // From 18 on the image wants the folder above the data, which has one folder for each major version.
    expect(kept.map((volume) => volume.split(':')[1])).toEqual(['/var/lib/postgresql', '/data']);
  });

  it('migrates once PostgreSQL answers, and starts servers and workers after that', () => {
    expect(services['migrate']).toMatchObject({
      restart: 'no',
      depends_on: { postgres: { condition: 'service_healthy' } },
    });
    for (const name of ['server', 'worker', 'cli']) {
      expect(services[name]!.depends_on).toMatchObject({
        migrate: { condition: 'service_completed_successfully' },
      });
    }
    for (const name of ['postgres', 'redis']) {
      expect(services[name]!.healthcheck?.test[0]).toBe('CMD');
    }
  });

  it('runs two workers', () => {
    expect(services['worker']!.deploy).toEqual({ replicas: 2 });
  });

  it('runs the command only when it is asked for', () => {
    expect(services['cli']).toMatchObject({ profiles: ['tools'], restart: 'no' });
  });

  it('shows the server to its own machine and nothing else to anybody', () => {
    const shown = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(shown.map(([name, { ports }]) => [name, ports])).toEqual([
      ['server', ['127.0.0.1:${PORT:-3000}:3000']],
    ]);
    const image = stagesOf('server').at(-1)!;
    expect(wordsOf(image, 'EXPOSE')).toEqual(['3000']);
    expect(wordsOf(image, 'ENV').join(' ')).toContain('PORT=3000');
  });

  it('gives our containers nothing to write to but memory, and no rights', () => {
    for (const [, service] of ours) {
      expect(service).toMatchObject({
        read_only: true,
        tmpfs: ['/home/node'],
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
    expect(wordsOf(stagesOf('worker').at(-1)!, 'ENV').join(' ')).toContain('HEARTBEAT_FILE=/home/node/');
  });

  it('waits longer for a process to stop than the process takes', () => {
    const seconds = Number(CONFIGURATION_VARIABLES.find(({ name }) => name === 'SHUTDOWN_SECONDS')!.default);
    for (const [, { stop_grace_period: patience = '' }] of ours) {
      expect(Number(/^(\d+)s$/.exec(patience)?.[1])).toBeGreaterThan(seconds);
    }
  });
});

describe('docs/operations.md', () => {
  it('explains every variable of the configuration, with its default', () => {
    const rows = (textOf('docs/operations.md') ?? '')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, name]) => /^`[A-Z_]+`$/.test(name ?? ''))
      .map(([, name, standard, meaning]) => ({ name, standard, meaning }));
    expect(rows).toEqual(
      CONFIGURATION_VARIABLES.map(({ name, default: standard, required, meaning }) => ({
        name: `\`${name}\``,
        standard: standard === undefined ? (required ? 'must be set' : '') : `\`${standard}\``,
        meaning,
      })),
    );
  });
});
