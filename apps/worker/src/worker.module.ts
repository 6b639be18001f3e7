import { type Configuration, DisclosureModule, HostModule, SigningModule } from '@evenhand/config';
import { EquityJobsModule } from '@evenhand/equity';
import { AuditHeadsFolder } from '@evenhand/files';
import {
  GovernanceJobsModule,
  GovernanceModule,
  KeepAuditHead,
  RemoveOverdueData,
} from '@evenhand/governance';
import { Clock } from '@evenhand/kernel';
import { ForgetEnquiries, MatchingJobsModule, MatchingModule, SweepProposals } from '@evenhand/matching';
import { MentoringModule } from '@evenhand/mentoring';
import type { Logger } from '@evenhand/observability';
import { PeopleModule } from '@evenhand/people';
import { IdempotencyKeys, OutboxJobs, PersistenceModule } from '@evenhand/persistence';
import { connectQueue, type JobProcessor, JobWorkers, OutboxRelay, QueueModule } from '@evenhand/queue';
import { PublishPoolCounts, TalentModule } from '@evenhand/talent';
import { type DynamicModule, Module } from '@nestjs/common';
import { AnswerEnquiryProcessor } from './processors/answer-enquiry.processor';
import { MakeEquityReportProcessor } from './processors/make-equity-report.processor';
import { RefillRoundProcessor } from './processors/refill-round.processor';
import { SolveRunProcessor } from './processors/solve-run.processor';
import { WorkerProgram } from './worker-program';

type ProgramParts = [
  JobWorkers,
  OutboxRelay,
  SweepProposals,
  ForgetEnquiries,
  PublishPoolCounts,
  RemoveOverdueData,
  OutboxJobs,
  IdempotencyKeys,
  Clock,
  KeepAuditHead | undefined,
];

const PROCESSORS = [
  SolveRunProcessor,
  RefillRoundProcessor,
  AnswerEnquiryProcessor,
  MakeEquityReportProcessor,
] as const;

/** Wires a worker: every context that its jobs need, and no server. */
@Module({})
export class WorkerModule {
  static forRoot(configuration: Configuration, logger: Logger): DynamicModule {
    const { databaseUrl, databasePool, queueUrl, workerConcurrency, proposalDays } = configuration;
    const { enquiryDays, closedRecordDays, heartbeatFile, auditHeadsFolder, auditorDatabaseUrl } =
      configuration;
    return {
      module: WorkerModule,
      imports: [
        HostModule,
        DisclosureModule.forRoot(configuration.disclosure),
        SigningModule.forRoot(configuration),
        PersistenceModule.forRoot({
          url: databaseUrl,
          poolSize: databasePool,
          applicationName: 'evenhand worker',
          reachesAll: true,
          ...(auditorDatabaseUrl === undefined ? {} : { auditorUrl: auditorDatabaseUrl }),
        }),
        QueueModule.forRoot({
          ...{ url: queueUrl, logger, leftJobs: OutboxJobs },
          // A worker has memory for so many, whatever they are solved for.
          solversAtATime: workerConcurrency,
        }),
        PeopleModule,
        MatchingModule.with({ proposalDays }),
        MentoringModule,
        MatchingJobsModule,
        TalentModule,
        EquityJobsModule,
        GovernanceModule,
        ...(auditHeadsFolder === undefined
          ? []
          : [GovernanceJobsModule.keeping(new AuditHeadsFolder(auditHeadsFolder))]),
      ],
      providers: [
        ...PROCESSORS,
        {
          provide: JobWorkers,
          inject: [...PROCESSORS],
          useFactory: (...processors: JobProcessor[]) =>
            new JobWorkers(connectQueue(queueUrl), processors, workerConcurrency, logger),
        },
        {
          provide: WorkerProgram,
          inject: [
            JobWorkers,
            OutboxRelay,
            SweepProposals,
            ForgetEnquiries,
            PublishPoolCounts,
            RemoveOverdueData,
            OutboxJobs,
            IdempotencyKeys,
            Clock,
            { token: KeepAuditHead, optional: true },
          ],
          useFactory: (...parts: ProgramParts) =>
            new WorkerProgram(...parts, { logger, heartbeatFile, enquiryDays, closedRecordDays }),
        },
      ],
    };
  }
}
