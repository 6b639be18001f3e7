import { BarrierReviewRepository, EqualityRecordRepository, ProfessionsNamed } from '@evenhand/equity';
import type { Provider } from '@nestjs/common';
import { SqlProfessionsNamed } from './sql-professions-named';
import { TypeormBarrierReviewRepository } from './typeorm-barrier-review.repository';
import { TypeormEqualityRecordRepository } from './typeorm-equality-record.repository';

/** What answers the context's ports. */
export const EQUITY_REPOSITORIES: readonly Provider[] = [
  { provide: EqualityRecordRepository, useClass: TypeormEqualityRecordRepository },
  { provide: BarrierReviewRepository, useClass: TypeormBarrierReviewRepository },
  { provide: ProfessionsNamed, useClass: SqlProfessionsNamed },
];
