import { DisclosureSettings } from '@evenhand/disclosure';
import {
  Clock,
  DomainError,
  failureOf,
  type Job,
  type JobFailure,
  Outbox,
  Transaction,
} from '@evenhand/kernel';
import { ToldOfPools } from '@evenhand/talent';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { countedWithout, leftOutBesidePools, toldWithout } from '../../domain/reports/beside-pools';
import { EarlierTellings } from '../../domain/reports/earlier-tellings';
import { countsBehind, takeOver } from '../../domain/reports/repeated-tables';
import type { ReportOrder, ReportProgress } from '../../domain/reports/report-order';
import { EquityFacts } from '../ports/equity-facts';
import { EquityReportRepository, type ReportOutcome } from '../ports/equity-report.repository';
import { ReportGate } from '../ports/report-gate';
import { countEverything, type Counted, tellCounted } from './count-everything';
import { windowOf } from './window-of';

/** A report that so many workers began and none finished takes them down with it. */
const MOST_DELIVERIES = 5;
const STAGES = ['reading', 'comparing', 'releasing'] as const;

/** Why a report stops being made although nothing failed: it is over, or its worker has to stop. */
class NoLongerWanted extends Error {}

/** What was counted, and when. */
interface CountedThen extends Counted {
  readonly countedAt: Date;
}

/** A worker makes a report. Whoever else worked on it before, it is made once. */
@Injectable()
export class MakeReport {
  constructor(
    private readonly facts: EquityFacts,
    private readonly reports: EquityReportRepository,
    private readonly gate: ReportGate,
    private readonly told: ToldOfPools,
    private readonly disclosure: DisclosureSettings,
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
    await this.#reach(order, 'reading', signal);
    const counted = await this.facts.look(order.programmeId, windowOf(order), async (look) => ({
      countedAt: this.clock.now(),
      ...(await countEverything(look, this.catalogue, this.disclosure.policy)),
    }));
    for (;;) {
      await this.#reach(order, 'comparing', signal);
      const mark = await this.told.mark(order.programmeId);
      const { tellings, newest } = await this.#compare(order, counted);
      const outcome = tellings.isAllRepeated
        ? { repeats: tellings.source!.id }
        : await this.#release(order, counted, tellings, signal);
      const ended = await this.#finish(job, order, { newest, mark }, outcome);
      if (ended !== 'overtaken') return ended;
    }
  }

  async #compare(order: ReportOrder, { counts }: Counted) {
    const tellings = new EarlierTellings(counts, order.months, this.disclosure.policy);
    let newest: string | undefined;
    for await (const earlier of this.reports.counted(order.programmeId)) {
      newest ??= earlier.id;
      tellings.compare(earlier);
    }
    return { tellings, newest };
  }

  async #release(
    order: ReportOrder,
    { dimensions, counts, countedAt }: CountedThen,
    tellings: EarlierTellings,
    signal: AbortSignal,
  ): Promise<ReportOutcome> {
    const { source } = tellings;
    const { policy } = this.disclosure;
    const earlier = source && (await this.reports.byId(source.id))!.report!;
    const { before, repeated, counts: toTell } = takeOver(counts, tellings, earlier);
    await this.#reach(order, 'releasing', signal);
    const gated = await this.gate.release({ counts: toTell, before, policy }, signal);
    const window = windowOf(order);
    const told = await this.told.ofProgramme(order.programmeId);
    const isLeftOut = await leftOutBesidePools(gated, told, {
      ...{ window: { ...window, countedAt }, catalogue: this.catalogue.content, policy },
    });
    const released = toldWithout(gated, isLeftOut);
    const behind = countedWithout(countsBehind(toTell, source?.counts, released, repeated), isLeftOut);
    const report = tellCounted(dimensions, { released, repeated, policy }, window, this.catalogue);
    return { report, counts: behind, countedAt };
  }

  /** What it was compared with must be all that was told until it is: else it is compared again. */
  async #finish(
    job: Job,
    order: ReportOrder,
    { newest, mark }: { readonly newest: string | undefined; readonly mark: string },
    outcome: ReportOutcome,
  ): Promise<'made' | 'stale' | 'overtaken'> {
    return this.transaction.run(async () => {
      if ((await this.reports.holdNewest(order.programmeId)) !== newest) return 'overtaken';
      // What is repeated was proved when it was told.
      if (!('repeats' in outcome) && (await this.told.mark(order.programmeId)) !== mark) return 'overtaken';
      const isWritten = await this.reports.finish(order.id, outcome, this.clock.now());
      await this.outbox.settle(job);
      return isWritten ? 'made' : 'stale';
    });
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

function killsWorkers(workers: number): JobFailure {
  return {
    code: 'equity-report.kills-workers',
    sentence:
      `${workers} workers began to make this report and every one of them was stopped before it was done. It may need ` +
      'more memory than a worker has: give workers more, and ask again.',
  };
}
