import { Transaction } from '@evenhand/kernel';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DatabaseOptions } from './data-source';
import { Database } from './database';
import { IdempotencyKeys } from './idempotency-keys';
import { openDataSource } from './open-data-source';
import { DEVELOPMENT_REPOSITORIES } from './repositories/development';
import { AuditorConnection, EQUITY_REPOSITORIES, UnhurriedConnections } from './repositories/equity';
import { GOVERNANCE_REPOSITORIES } from './repositories/governance';
import { IDENTITY_REPOSITORIES } from './repositories/identity';
import { MATCHING_REPOSITORIES } from './repositories/matching';
import { MENTORING_REPOSITORIES } from './repositories/mentoring';
import { PEOPLE_REPOSITORIES } from './repositories/people';
import { PLAN_REPOSITORIES } from './repositories/plan';
import { TALENT_REPOSITORIES } from './repositories/talent';
import { RequestCounts } from './request-counts';

const REPOSITORIES = [
  ...IDENTITY_REPOSITORIES,
  ...PEOPLE_REPOSITORIES,
  ...MATCHING_REPOSITORIES,
  ...MENTORING_REPOSITORIES,
  ...TALENT_REPOSITORIES,
  ...DEVELOPMENT_REPOSITORIES,
  ...PLAN_REPOSITORIES,
  ...EQUITY_REPOSITORIES,
  ...GOVERNANCE_REPOSITORIES,
];

/** Answers the ports of every context with PostgreSQL. */
@Module({})
export class PersistenceModule implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  /** Opens the connections while the program starts, patiently, and closes them when it ends. */
  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      providers: [
        { provide: DataSource, useFactory: () => openDataSource(options) },
        Database,
        { provide: AuditorConnection, useFactory: () => new AuditorConnection(options.auditorUrl) },
        { provide: UnhurriedConnections, useFactory: () => new UnhurriedConnections(options) },
        { provide: Transaction, useExisting: Database },
        IdempotencyKeys,
        RequestCounts,
        ...REPOSITORIES,
      ],
      exports: [DataSource, Database, Transaction, IdempotencyKeys, RequestCounts, ...REPOSITORIES],
    };
  }

  /** After everything that may still have something to write. */
  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) {
      await this.source.destroy();
    }
  }
}
