import { EqualityRecordRepository } from '@evenhand/equity';
import type { Provider } from '@nestjs/common';
import { TypeormEqualityRecordRepository } from './typeorm-equality-record.repository';

/** What answers the context's ports. */
export const EQUITY_REPOSITORIES: readonly Provider[] = [
  { provide: EqualityRecordRepository, useClass: TypeormEqualityRecordRepository },
];
