import { readFile, writeFile } from 'node:fs/promises';

/** Where a worker says that it lives: the one thing about a container that its health check and the worker share. */
function heartbeatFile(): string | undefined {
  const file = process.env['HEARTBEAT_FILE'];
  return file === '' ? undefined : file;
}

/** Three beats may be missed. */
const ALIVE_MILLISECONDS = 20_000;

/** Says when the worker lived last, where there is a file for it. */
export async function writeHeartbeat(at: Date): Promise<void> {
  const file = heartbeatFile();
  if (file !== undefined) await writeFile(file, at.toISOString());
}

/** Whether the worker of this container lived a moment ago. */
export async function heartbeatIsRecent(now: Date): Promise<boolean> {
  const file = heartbeatFile();
  if (file === undefined) return false;
  try {
    const at = Date.parse(await readFile(file, 'utf8'));
    return Math.abs(now.getTime() - at) <= ALIVE_MILLISECONDS;
  } catch {
    return false;
  }
}
