import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import {
  Clock,
  Conflict,
  DomainError,
  failureOf,
  type Job,
  type JobFailure,
  Outbox,
  Transaction,
} from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { canStandBeside } from '../../domain/reports/changed-counts';
import type { EquityReport } from '../../domain/reports/equity-report';
import type { ReportOrder, ReportProgress } from '../../domain/reports/report-order';
import { EquityFacts } from '../ports/equity-facts';
import {
  type CountedReport,
  EquityReportRepository,
  type TrueCounts,
} from '../ports/equity-report.repository';
import { countEverything, type Counted, tellCounted } from './count-everything';
import { windowOf } from './window-of';

/** A report that so many workers began and none finished takes them down with it. */
const MOST_DELIVERIES = 5;
const STAGES = ['reading', 'releasing', 'comparing'] as const;

/** Why a report stops being made although nothing failed: it is over, or its worker has to stop. */
class NoLongerWanted extends Error {}

/** A worker makes a report. Whoever else worked on it before, it is made once. */
@Injectable()
export class MakeReport {
  constructor(
    private readonly facts: EquityFacts,
    private readonly reports: EquityReportRepository,
    private readonly catalogue: Catalogue,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @param signal aborted when the worker has to stop: the report is then left for another one
   * @returns `stale` where it was over: nothing was written then
   * @throws the signal's reason when it is aborted
   */
  async run(job: Job, signal: AbortSignal): Promise<'made' | 'stale' | 'failed'> {
    const order = await this.#begin(job);
    if (order === undefined) return 'stale';
    if (order.deliveries > MOST_DELIVERIES) {
      await this.fail(job, killsWorkers(MOST_DELIVERIES));
      return 'failed';
    }
    try {
      return await this.#make(job, order, signal);
    } catch (error) {
      if (error instanceof NoLongerWanted) {
        await this.outbox.settle(job);
        return 'stale';
      }
      if (error instanceof DomainError && !signal.aborted) {
        await this.fail(job, failureOf(error));
        return 'failed';
      }
      // The database may be away: then the delivery stays counted, and the error says more than another one.
      await this.reports.giveBack(order.id).catch(() => undefined);
      throw error;
    }
  }

  /** It cannot be made, for a reason that whoever asked can act on. Does nothing to one that is over. */
  async fail(job: Job, failure: JobFailure): Promise<void> {
    await this.#end(job, () => this.reports.fail(job.subject, failure));
  }

  async #make(job: Job, order: ReportOrder, signal: AbortSignal): Promise<'made' | 'stale'> {
    const window = windowOf(order);
    const reach = (stage: (typeof STAGES)[number]) => this.#reach(order, stage, signal);
    await reach('reading');
    const counted = await this.facts.look(order.programmeId, window, (look) =>
      countEverything(look, this.catalogue),
    );
    await reach('releasing');
    const report = await tellCounted(counted, window, this.catalogue);
    await reach('comparing');
    return (await this.#end(job, () => this.#finish(order, counted, report))) ? 'made' : 'stale';
  }

  /** Where fewer people changed than are told of, the earlier report stands for this one too. */
  async #finish(order: ReportOrder, { counts }: Counted, report: EquityReport): Promise<boolean> {
    const inTheWay = (await this.reports.holdCounted(order.programmeId)).filter(
      (earlier) => !standBeside(earlier.counts, counts),
    );
    if (inTheWay.length === 0) return this.reports.finish(order.id, { report, counts }, this.clock.now());
    return this.reports.finish(
      order.id,
      { repeats: earlierOfSameMonths(inTheWay, order.months).id },
      this.clock.now(),
    );
  }

  async #reach(order: ReportOrder, stage: (typeof STAGES)[number], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const progress: ReportProgress = { stage, done: STAGES.indexOf(stage), total: STAGES.length };
    if (!(await this.reports.reportProgress(order.id, progress))) throw new NoLongerWanted();
  }

  #begin(job: Job): Promise<ReportOrder | undefined> {
    return this.transaction.run(async () => {
      const order = await this.reports.begin(job.subject);
      if (order === undefined) await this.outbox.settle(job);
      return order;
    });
  }

  /** The ending of the report and that of its job are one: whoever looks finds both or neither. */
  #end(job: Job, ending: () => Promise<boolean>): Promise<boolean> {
    return this.transaction.run(async () => {
      const ended = await ending();
      await this.outbox.settle(job);
      return ended;
    });
  }
}

function standBeside(earlier: TrueCounts, later: TrueCounts): boolean {
  const { smallest } = DEFAULT_DISCLOSURE_POLICY;
  return (
    canStandBeside(earlier.people, later.people, smallest) &&
    canStandBeside(earlier.supply, later.supply, smallest) &&
    (earlier.workforce === undefined ||
      later.workforce === undefined ||
      canStandBeside(earlier.workforce, later.workforce, smallest))
  );
}

/** @throws Conflict where only reports of other months are in the way: they say something else */
function earlierOfSameMonths(reports: readonly CountedReport[], months: number): CountedReport {
  const same = reports.find((report) => report.months === months);
  if (same === undefined) {
    throw new Conflict(
      'equity-report.too-close',
      `A report of ${months} months would differ by too few people from one of ${reports[0]!.months} months that was ` +
        'made before: ask for that one again, or for this when more people have asked for mentors.',
    );
  }
  return same;
}

function killsWorkers(workers: number): JobFailure {
  return {
    code: 'equity-report.kills-workers',
    sentence:
      `${workers} workers began to make this report and every one of them was stopped before it was done. It may need ` +
      'more memory than a worker has: give workers more, and ask again.',
  };
}
