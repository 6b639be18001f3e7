import { EquityFacts, type FactsLook, type ReportWindow } from '@evenhand/equity';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { AuditorConnection } from './auditor-connection';
import { DatabaseFacts } from './database-facts';

/** Reads what a report counts, all of it within one transaction that sees one moment. */
@Injectable()
export class TypeormEquityFacts extends EquityFacts {
  constructor(
    private readonly source: DataSource,
    private readonly auditor: AuditorConnection,
  ) {
    super();
  }

  override async look<Result>(
    programmeId: string,
    window: ReportWindow,
    work: (look: FactsLook) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction('REPEATABLE READ');
      const result = await work(new DatabaseFacts(runner, this.auditor, programmeId, window));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await rolledBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

async function rolledBack(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
}
