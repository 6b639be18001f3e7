import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import {
  type RunningPostgres,
  startEmbeddedPostgres,
} from '../../apps/embedded/src/postgres/embedded-postgres';
import { keepProcess, letGoOfProcess, runFolder } from '../harness/run-folder';

/** A PostgreSQL of its own that can go away and come back, with the same data at the same address. */
export class PostgresThatRestarts {
  private readonly dataFolder = join(folderForEverybody(), 'postgres');
  private running: RunningPostgres | undefined;

  /** The server takes another port whenever it starts; this one stays, and refuses while there is no server. */
  private readonly door = createServer((incoming) => {
    if (this.running === undefined) {
      incoming.resetAndDestroy();
      return;
    }
    const outgoing = connect(this.running.port, '127.0.0.1');
    incoming.on('error', () => outgoing.destroy()).on('close', () => outgoing.destroy());
    outgoing.on('error', () => incoming.destroy()).on('close', () => incoming.destroy());
    incoming.pipe(outgoing).pipe(incoming);
  });

  /** @returns the url of its database, which stays the same */
  async start(): Promise<string> {
    this.running = await startEmbeddedPostgres({
      dataFolder: this.dataFolder,
      durable: false,
      log: () => undefined,
    });
    keepProcess(this.running.processId, 'SIGQUIT');
    if (!this.door.listening) await once(this.door.listen(0, '127.0.0.1'), 'listening');
    const { port } = this.door.address() as AddressInfo;
    return Object.assign(new URL(this.running.url), { port }).href;
  }

  /** Sends everybody away, as a restart does. */
  async stop(): Promise<void> {
    const { running } = this;
    if (running === undefined) return;
    this.running = undefined;
    await running.stop();
    letGoOfProcess(running.processId);
  }

  async remove(): Promise<void> {
    await this.stop();
    this.door.close();
    rmSync(join(this.dataFolder, '..'), { recursive: true, force: true });
  }
}

/** Where root runs the tests, the database runs as another account, which must be able to enter. */
function folderForEverybody(): string {
  const folder = mkdtempSync(join(runFolder(), 'restarts-'));
  chmodSync(folder, 0o755);
  return folder;
}
