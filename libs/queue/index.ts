export { faultLog } from './fault-log';
export { JobProcessor } from './job-processor';
export { JobQueues } from './job-queues';
export { JobWorkers } from './job-workers';
export { type LeftJob, type LeftJobs, OutboxRelay } from './outbox-relay';
export { connectQueue, type JobPayload, type QueueConnection } from './queue-connection';
export { QueueModule, type QueueOptions } from './queue.module';
export { RepeatedTask } from './repeated-task';
export { type SolverThreadOptions, ThreadedSolveRunner } from './threaded-solve-runner';
