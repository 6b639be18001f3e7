import { readFile, writeFile } from 'node:fs/promises';

/** Three beats may be missed. */
const ALIVE_MILLISECONDS = 20_000;

/** Says when the worker lived last. */
export async function writeHeartbeat(file: string, at: Date): Promise<void> {
  await writeFile(file, at.toISOString());
}

/** Whether the worker that writes to the file lived a moment ago. */
export async function heartbeatIsRecent(file: string, now: Date): Promise<boolean> {
  try {
    const at = Date.parse(await readFile(file, 'utf8'));
    return Math.abs(now.getTime() - at) <= ALIVE_MILLISECONDS;
  } catch {
    return false;
  }
}
