import { Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { isDatabaseAway } from './availability';
import { createDataSource, type DatabaseOptions } from './data-source';

/** A database and the programs that use it are often started together. */
const PATIENCE_MILLISECONDS = 30_000;
const TRY_AGAIN_MILLISECONDS = 500;

/**
 * Opens the connections, and waits for up to 30 seconds for a database that is not up yet.
 *
 * @throws what the driver throws where the database refuses, or stays away for longer
 */
export async function openDataSource(
  options: DatabaseOptions,
  patienceMilliseconds = options.impatient === true ? 0 : PATIENCE_MILLISECONDS,
): Promise<DataSource> {
  const until = Date.now() + patienceMilliseconds;
  for (let tried = 0; ; tried += 1) {
    try {
      return await createDataSource(options).initialize();
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() >= until) throw error;
      if (tried === 0) {
        new Logger('Database').warn(
          `The database does not answer: waiting for it, for up to ${patienceMilliseconds / 1000} seconds.`,
        );
      }
      await pause(TRY_AGAIN_MILLISECONDS);
    }
  }
}
