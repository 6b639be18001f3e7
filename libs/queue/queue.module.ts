import { ReportGate } from '@evenhand/equity';
import { SolveRunner } from '@evenhand/matching';
import type { Logger } from '@evenhand/observability';
import { type DynamicModule, type InjectionToken, Module } from '@nestjs/common';
import { faultLog } from './fault-log';
import { JobQueues } from './job-queues';
import { type LeftJobs, OutboxRelay } from './outbox-relay';
import { connectQueue } from './queue-connection';
import { ThreadedReportGate } from './threaded-report-gate';
import { ThreadedSolveRunner } from './threaded-solve-runner';

/** What the queue needs of the program that it is part of. */
export interface QueueOptions {
  /** `QUEUE_URL` */
  readonly url: string;
  readonly logger: Logger;
  /** Provides the {@link LeftJobs}. */
  readonly leftJobs: InjectionToken<LeftJobs>;
  /** How many rounds and enquiries are solved at a time, whichever of the two; 1 unless said otherwise. */
  readonly solversAtATime?: number;
}

/** The queues, the relay that fills them, and the solver and the gate of reports in their threads. */
@Module({})
export class QueueModule {
  static forRoot({ url, logger, leftJobs, solversAtATime = 1 }: QueueOptions): DynamicModule {
    return {
      module: QueueModule,
      global: true,
      providers: [
        { provide: JobQueues, useFactory: () => new JobQueues(connectQueue(url), faultLog(logger)) },
        {
          provide: OutboxRelay,
          inject: [leftJobs, JobQueues],
          useFactory: (left: LeftJobs, queues: JobQueues) => new OutboxRelay(left, queues, logger),
        },
        {
          provide: SolveRunner,
          useFactory: () => new ThreadedSolveRunner({ logger, atATime: solversAtATime }),
        },
        { provide: ReportGate, useFactory: () => new ThreadedReportGate({ logger }) },
      ],
      exports: [JobQueues, OutboxRelay, SolveRunner, ReportGate],
    };
  }
}
