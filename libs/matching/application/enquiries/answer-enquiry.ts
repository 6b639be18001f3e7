import { Clock, type Job, Outbox, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Enquiry, EnquiryAnswer } from '../../domain/lifecycle/enquiry';
import type { RoundFailure } from '../../domain/lifecycle/matching-round';
import { EnquiryRepository } from '../ports/enquiry.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { type FrozenAndSolved, SolveRunner } from '../ports/solve-runner';
import { finishOnce, type SolverWork } from '../runs/finish-once';

/** A worker answers an enquiry. Whoever else worked on it before, it is answered once. */
@Injectable()
export class AnswerEnquiry {
  constructor(
    private readonly transaction: Transaction,
    private readonly runs: MatchingRunRepository,
    private readonly enquiries: EnquiryRepository,
    private readonly runner: SolveRunner,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param signal aborted when the worker has to stop: the enquiry is then left for another one
   * @returns `stale` where it was over, or ended meanwhile: nothing was written then. `failed` where nobody could ever
   *   answer it
   * @throws the signal's reason when it is aborted
   */
  async run(job: Job, signal: AbortSignal): Promise<'answered' | 'stale' | 'failed'> {
    const work: SolverWork<Enquiry, EnquiryAnswer> = {
      begin: () => this.#begin(job),
      solve: async ({ question, runId }, solver, watch) =>
        solver.answer(question, await this.#frozenAndSolved(runId), watch),
      reportProgress: ({ id }, progress) => this.enquiries.reportProgress(id, progress),
      finish: ({ id }, answer) => this.#end(job, () => this.enquiries.finish(id, answer, this.clock.now())),
      killsWorkers,
      fail: (failure) => this.fail(job, failure),
      giveBack: ({ id }) => this.enquiries.giveBack(id),
      settle: () => this.outbox.settle(job),
    };
    const came = await finishOnce(work, { runner: this.runner, clock: this.clock }, signal);
    return came === 'finished' ? 'answered' : came;
  }

  /** It cannot be answered, for a reason that whoever asked can act on. Does nothing to one that is over. */
  async fail(job: Job, failure: RoundFailure): Promise<void> {
    await this.#end(job, () => this.enquiries.fail(job.subject, failure));
  }

  #begin(job: Job): Promise<Enquiry | undefined> {
    return this.transaction.run(async () => {
      const enquiry = await this.enquiries.begin(job.subject);
      if (enquiry === undefined) {
        await this.outbox.settle(job);
      }
      return enquiry;
    });
  }

  /** The ending of the enquiry and that of its job are one: whoever looks finds both or neither. */
  #end(job: Job, ending: () => Promise<boolean>): Promise<boolean> {
    return this.transaction.run(async () => {
      const ended = await ending();
      await this.outbox.settle(job);
      return ended;
    });
  }

  async #frozenAndSolved(runId: string): Promise<FrozenAndSolved> {
    return {
      snapshot: await this.runs.snapshot(runId),
      snapshotSha256: (await this.runs.byId(runId))!.snapshotSha256,
      outcome: (await this.runs.outcome(runId))!,
      result: (await this.runs.result(runId))!,
    };
  }
}

function killsWorkers(workers: number): RoundFailure {
  return {
    code: 'enquiry.kills-workers',
    sentence:
      `${workers} workers began to answer this enquiry and every one of them was stopped before it was done. It may ` +
      'need more memory than a worker has: give workers more, and ask again.',
  };
}
