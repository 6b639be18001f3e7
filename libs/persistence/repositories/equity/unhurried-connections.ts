import type { QueryRunner } from 'typeorm';
import { createDataSource, type DatabaseOptions } from '../../data-source';

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
      return await work(runner);
    } finally {
      await runner.release().catch(() => undefined);
      await source.destroy();
    }
  }
}
