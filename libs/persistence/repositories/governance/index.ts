import { AuditLogRepository, CorrectionRequestRepository, LogPseudonyms } from '@evenhand/governance';
import { AuditTrail } from '@evenhand/kernel';
import type { Provider } from '@nestjs/common';
import { ChainedAuditTrail } from './chained-audit-trail';
import { PERSONAL_DATA } from './personal-data';
import { TypeormAuditLogRepository } from './typeorm-audit-log.repository';
import { TypeormCorrectionRequestRepository } from './typeorm-correction-request.repository';

/** What answers the context's ports, and everybody's port to the log. */
export const GOVERNANCE_REPOSITORIES: readonly Provider[] = [
  ChainedAuditTrail,
  { provide: AuditTrail, useExisting: ChainedAuditTrail },
  { provide: LogPseudonyms, useExisting: ChainedAuditTrail },
  { provide: AuditLogRepository, useClass: TypeormAuditLogRepository },
  { provide: CorrectionRequestRepository, useClass: TypeormCorrectionRequestRepository },
  ...PERSONAL_DATA,
];
