import { migrate, revert } from '@evenhand/persistence';
import type { CommandOutput } from './command-output';
import { databaseOptions, reachingDatabase } from './service';

export interface MigrateCommandOptions {
  /** So many migrations are taken back instead, the newest first. */
  readonly revert?: number;
  readonly json?: boolean;
}

/** Brings the tables of the database up to this version of Evenhand, or takes migrations back. */
export async function migrateCommand(options: MigrateCommandOptions, output: CommandOutput): Promise<void> {
  const { revert: steps } = options;
  const names = await reachingDatabase(() =>
    steps === undefined ? migrate(databaseOptions()) : revert(databaseOptions(), steps),
  );
  const verb = steps === undefined ? 'applied' : 'reverted';
  if (options.json === true) {
    output.out.write(`${JSON.stringify({ [verb]: names })}\n`);
  } else if (names.length === 0) {
    output.out.write('The database is up to date.\n');
  } else {
    output.out.write(names.map((name) => `${verb}: ${name}\n`).join(''));
  }
}
