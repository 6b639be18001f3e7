import { Authority, type Job } from '@evenhand/kernel';
import { FailMatchingRun, type RoundFailure, SolveMatchingRun } from '@evenhand/matching';
import { JobProcessor } from '@evenhand/queue';
import { Injectable } from '@nestjs/common';

/** Solves runs of matching rounds. */
@Injectable()
export class SolveRunProcessor extends JobProcessor {
  override readonly kind = 'solve-run';

  constructor(
    private readonly solveMatchingRun: SolveMatchingRun,
    private readonly failMatchingRun: FailMatchingRun,
  ) {
    super();
  }

  override process(job: Job, signal: AbortSignal): Promise<string> {
    return this.solveMatchingRun.run(Authority.ofProgram('worker'), job, signal);
  }

  override giveUp(job: Job, failure: RoundFailure): Promise<void> {
    return this.failMatchingRun.run(job, failure);
  }
}
