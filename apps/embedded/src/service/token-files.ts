import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a token for each role into files that their owner alone can read. */
export function writeTokens(folder: string, tokens: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const [role, token] of Object.entries(tokens)) {
    const file = join(folder, role);
    // A script that reads one meanwhile finds the one before, whole.
    writeFileSync(`${file}.new`, `${token}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
}
