import { type FoundHead, KeptHeads, type SignedHead } from '@evenhand/governance';
import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTextFile } from './text-file';

/** A head is a few hundred bytes. */
const MOST_BYTES = 65_536;
/** Whoever may read the folder may check the log; nobody has a reason to write to a head again. */
const READ_ONLY = 0o444;

/** Keeps heads of the log as files, `2026-12-01.json`, in a folder of their own. */
export class AuditHeadsFolder extends KeptHeads {
  constructor(private readonly folder: string) {
    super();
  }

  /** Every JSON file of the folder: what somebody saved by another name is a head as well. */
  override async all(): Promise<readonly FoundHead[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    });
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => ({ name, text: readTextFile(join(this.folder, name), MOST_BYTES) }));
  }

  override async keep(day: string, head: SignedHead): Promise<boolean> {
    await mkdir(this.folder, { recursive: true });
    const unfinished = join(this.folder, `.${day}-${randomUUID()}`);
    await writeFile(unfinished, `${JSON.stringify(head)}\n`, { mode: READ_ONLY, flag: 'wx' });
    try {
      // Refused where the name is taken, and never half written: two workers may try at once.
      await link(unfinished, join(this.folder, `${day}.json`));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      await rm(unfinished);
    }
  }
}
