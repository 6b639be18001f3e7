import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { freePort } from './free-port';
import { SERVER_START_MILLISECONDS, usePostgres } from './postgres';
import { StartedProcess } from './processes';
import { isFirst, runFolder } from './run-folder';

/** A queue backend that tests run on. */
export interface QueueBackend {
  readonly name: 'PostgreSQL' | 'Redis';
  /** For the `describe` that calls this; the url (`QUEUE_URL`) is there once its tests run. */
  readonly use: () => { readonly url: string };
}

/** A Redis of one `describe` (or file). It remembers nothing when it stops. */
export class TestRedis {
  private folder = '';
  private port = 0;
  private server: StartedProcess | undefined;

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it, the second time on the same port. */
  async start(): Promise<void> {
    if (this.folder === '') this.folder = mkdtempSync(join(runFolder(), 'redis-'));
    if (this.port === 0) this.port = await freePort();
    const options = {
      bind: '127.0.0.1',
      port: String(this.port),
      dir: this.folder,
      save: '',
      appendonly: 'no',
      'maxmemory-policy': 'noeviction',
    };
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
    this.server = StartedProcess.start('redis-server', words);
    await this.server.line(/Ready to accept connections/);
  }

  /** Kills it, as a machine does that goes down. */
  async stop(): Promise<void> {
    await this.server?.kill();
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** For the `describe` (or file) that calls this: starts a Redis before its tests and stops it after them. */
export function useRedis(): TestRedis {
  const redis = new TestRedis();
  beforeAll(() => redis.start(), SERVER_START_MILLISECONDS);
  afterAll(() => redis.remove());
  return redis;
}

/** For `describe.each`: the backends that this machine has. A missing Redis is said aloud, once in the run. */
export function queueBackends(): readonly QueueBackend[] {
  if (hasRedis()) return [ON_POSTGRES, ON_REDIS];
  if (isFirst('redis-is-missing')) {
    process.stderr.write('No redis-server on the PATH: the tests of the queue run on PostgreSQL only.\n');
  }
  return [ON_POSTGRES];
}

/** Whether there is a `redis-server` on the PATH. */
export function hasRedis(): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, 'redis-server'), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const ON_REDIS: QueueBackend = { name: 'Redis', use: useRedis };

const ON_POSTGRES: QueueBackend = {
  name: 'PostgreSQL',
  use: () => {
    const postgres = usePostgres();
    const database = { url: '' };
    beforeAll(async () => {
      database.url = await postgres.createDatabase();
    });
    return database;
  },
};
