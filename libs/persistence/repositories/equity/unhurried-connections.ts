import type { QueryRunner } from 'typeorm';
import { createDataSource, type DatabaseOptions } from '../../data-source';

/** Everybody is joined: in less memory the database would write to its disk, and no part of it is worth compiling. */
const PACE = `set work_mem = '64MB'; set jit = off`;

/**
 * Connections whose statements may take as long as they take: those of a report read everybody. Each is opened for its
 * work, which comes rarely, and closed after it.
 */
export class UnhurriedConnections {
  constructor(private readonly options: DatabaseOptions) {}

  async withOne<Result>(work: (runner: QueryRunner) => Promise<Result>): Promise<Result> {
    const source = await createDataSource({ ...this.options, poolSize: 1, unhurried: true }).initialize();
    const runner = source.createQueryRunner();
    try {
      await runner.query(PACE);
      return await work(runner);
    } finally {
      await runner.release().catch(() => undefined);
      await source.destroy();
    }
  }
}
