import { EquityFacts, type FactsLook, type ReportWindow } from '@evenhand/equity';
import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { AuditorConnection } from './auditor-connection';
import { DatabaseFacts } from './database-facts';
import { UnhurriedConnections } from './unhurried-connections';

/** Reads what a report counts, all of it within one transaction that sees one moment. */
@Injectable()
export class TypeormEquityFacts extends EquityFacts {
  constructor(
    private readonly connections: UnhurriedConnections,
    private readonly auditor: AuditorConnection,
  ) {
    super();
  }

  override async look<Result>(
    programmeId: string,
    window: ReportWindow,
    work: (look: FactsLook) => Promise<Result>,
  ): Promise<Result> {
    return this.connections.withOne(async (runner) => {
      try {
        await runner.startTransaction('REPEATABLE READ');
        const result = await work(new DatabaseFacts(runner, this.auditor, programmeId, window));
        await runner.commitTransaction();
        return result;
      } catch (error) {
        await rolledBack(runner);
        throw error;
      }
    });
  }
}

async function rolledBack(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
}
