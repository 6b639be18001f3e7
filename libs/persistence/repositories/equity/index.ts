import {
  AuditedRounds,
  BarrierReviewRepository,
  BaselineRepository,
  EqualityRecordRepository,
  EquityFacts,
  EquityReportRepository,
  EquitySnapshotRepository,
  OrganisationCounts,
  ProfessionsNamed,
} from '@evenhand/equity';
import type { Provider } from '@nestjs/common';
import { SqlProfessionsNamed } from './sql-professions-named';
import { TypeormAuditedRounds } from './typeorm-audited-rounds';
import { TypeormBarrierReviewRepository } from './typeorm-barrier-review.repository';
import { TypeormBaselineRepository } from './typeorm-baseline.repository';
import { TypeormEqualityRecordRepository } from './typeorm-equality-record.repository';
import { TypeormEquityFacts } from './typeorm-equity-facts';
import { TypeormEquityReportRepository } from './typeorm-equity-report.repository';
import { TypeormEquitySnapshotRepository } from './typeorm-equity-snapshot.repository';
import { TypeormOrganisationCounts } from './typeorm-organisation-counts';

export { AuditorConnection } from './auditor-connection';
export { UnhurriedConnections } from './unhurried-connections';

/** What answers the context's ports. */
export const EQUITY_REPOSITORIES: readonly Provider[] = [
  { provide: EqualityRecordRepository, useClass: TypeormEqualityRecordRepository },
  { provide: BarrierReviewRepository, useClass: TypeormBarrierReviewRepository },
  { provide: ProfessionsNamed, useClass: SqlProfessionsNamed },
  { provide: BaselineRepository, useClass: TypeormBaselineRepository },
  { provide: EquityFacts, useClass: TypeormEquityFacts },
  { provide: EquityReportRepository, useClass: TypeormEquityReportRepository },
  { provide: EquitySnapshotRepository, useClass: TypeormEquitySnapshotRepository },
  { provide: AuditedRounds, useClass: TypeormAuditedRounds },
  { provide: OrganisationCounts, useClass: TypeormOrganisationCounts },
];
