import type { KeepAuditHead, RemoveOverdueData } from '@evenhand/governance';
import { Authority, type Clock } from '@evenhand/kernel';
import type { ForgetEnquiries, SweepProposals } from '@evenhand/matching';
import type { Logger } from '@evenhand/observability';
import type { IdempotencyKeys, OutboxJobs } from '@evenhand/persistence';
import { type JobWorkers, type OutboxRelay, RepeatedTask } from '@evenhand/queue';
import type { PublishPoolCounts } from '@evenhand/talent';
import { writeHeartbeat } from './heartbeat';

const SWEEP_MILLISECONDS = 30_000;
/** Counts may change once a day; this often, so that they do soon after midnight. */
const PUBLISH_MILLISECONDS = 600_000;
/** A day has one head; this often, so that it has it soon. */
const KEEP_HEAD_MILLISECONDS = 600_000;
const FORGET_MILLISECONDS = 3_600_000;
/** A week: long enough to look up what became of a job. */
const KEPT_MILLISECONDS = 604_800_000;
const HEARTBEAT_MILLISECONDS = 5_000;

const WORKER = Authority.ofProgram('worker');

/** How this worker was set up. */
export interface WorkerSettings {
  readonly logger: Logger;
  readonly heartbeatFile: string | undefined;
  readonly enquiryDays: number;
  readonly closedRecordDays: number;
}

/** Everything that a worker does from its start until it is told to stop. */
export class WorkerProgram {
  private readonly tasks: RepeatedTask[];

  constructor(
    private readonly workers: JobWorkers,
    private readonly relay: OutboxRelay,
    sweepProposals: SweepProposals,
    forgetEnquiries: ForgetEnquiries,
    publishPoolCounts: PublishPoolCounts,
    removeOverdueData: RemoveOverdueData,
    outbox: OutboxJobs,
    keys: IdempotencyKeys,
    clock: Clock,
    keepAuditHead: KeepAuditHead | undefined,
    { logger, heartbeatFile, enquiryDays, closedRecordDays }: WorkerSettings,
  ) {
    const task = (name: string, everyMilliseconds: number, work: () => Promise<unknown>) =>
      new RepeatedTask(name, everyMilliseconds, work, logger);
    this.tasks = [
      task('looking after proposals', SWEEP_MILLISECONDS, async () => {
        const { expired, ended, reminded, failures } = await sweepProposals.run(
          Authority.ofProgram('worker'),
        );
        if (expired + ended + reminded > 0)
          logger.info({ expired, ended, remindersDue: reminded }, 'proposals are looked after');
        const [first] = failures;
        if (first !== undefined)
          logger.error(
            { failed: failures.length, proposal: first.proposalId, error: first.error },
            'proposals could not be looked after; the first of them is named',
          );
      }),
      task('publishing counts of talent pools', PUBLISH_MILLISECONDS, async () => {
        const published = await publishPoolCounts.run(WORKER);
        if (published > 0) logger.info({ published }, 'counts of talent pools are published');
      }),
      task('removing old enquiries', FORGET_MILLISECONDS, async () => {
        const removed = await forgetEnquiries.run(enquiryDays);
        if (removed > 0) logger.info({ removed }, 'old enquiries are removed');
      }),
      task('removing what was kept long enough', FORGET_MILLISECONDS, async () => {
        const removed = await removeOverdueData.run(WORKER, closedRecordDays);
        if (Object.values(removed).some((rows) => rows > 0))
          logger.info({ removed }, 'what was kept long enough is removed');
      }),
      task('forgetting settled jobs', FORGET_MILLISECONDS, () =>
        outbox.forgetSettled(new Date(clock.now().getTime() - KEPT_MILLISECONDS)),
      ),
      task('forgetting old answers', FORGET_MILLISECONDS, () => keys.forgetOld(clock.now())),
    ];
    if (keepAuditHead === undefined) {
      logger.warn('no head of the audit log is kept outside of the database: AUDIT_HEADS_FOLDER is not set');
    } else {
      this.tasks.push(
        task('keeping the head of the audit log', KEEP_HEAD_MILLISECONDS, async () => {
          const seq = await keepAuditHead.run();
          if (seq !== undefined) logger.info({ seq }, 'the head of the audit log is kept');
        }),
      );
    }
    if (heartbeatFile !== undefined) {
      this.tasks.push(
        task('saying that the worker lives', HEARTBEAT_MILLISECONDS, () =>
          writeHeartbeat(heartbeatFile, clock.now()),
        ),
      );
    }
  }

  /** Resolves when jobs are taken. */
  async start(): Promise<void> {
    for (const task of this.tasks) task.start();
    this.relay.startSweeping();
    await this.workers.start();
  }

  /** Lets jobs finish for so long, hands back the others, and settles when nothing runs any more. */
  async stop(graceMilliseconds: number): Promise<void> {
    await Promise.all([this.workers.stop(graceMilliseconds), ...this.tasks.map((task) => task.stop())]);
  }
}
