import { AuditLogRepository, LogPseudonyms } from '@evenhand/governance';
import { AuditTrail } from '@evenhand/kernel';
import type { Provider } from '@nestjs/common';
import { ChainedAuditTrail } from './chained-audit-trail';
import { TypeormAuditLogRepository } from './typeorm-audit-log.repository';

/** What answers the context's ports, and everybody's port to the log. */
export const GOVERNANCE_REPOSITORIES: readonly Provider[] = [
  ChainedAuditTrail,
  { provide: AuditTrail, useExisting: ChainedAuditTrail },
  { provide: LogPseudonyms, useExisting: ChainedAuditTrail },
  { provide: AuditLogRepository, useClass: TypeormAuditLogRepository },
];
