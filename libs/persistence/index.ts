export { isDatabaseAway } from './availability';
export { createDataSource, type DatabaseOptions } from './data-source';
export { Database } from './database';
export { IdempotencyKeys, type KeptAnswer, type KeyClaim } from './idempotency-keys';
export { migrate, pendingMigrations, revert } from './migrate';
export { type LeftJob, OutboxJobs } from './outbox-jobs';
export { PersistenceModule } from './persistence.module';
export { type CountedRequests, RequestCounts } from './request-counts';
