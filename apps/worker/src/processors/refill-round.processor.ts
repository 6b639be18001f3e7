import type { Job } from '@evenhand/kernel';
import { RefillMatchingRound } from '@evenhand/matching';
import { JobProcessor } from '@evenhand/queue';
import { Injectable } from '@nestjs/common';

/** Fills again what declines and expiries left open in published rounds. */
@Injectable()
export class RefillRoundProcessor extends JobProcessor {
  override readonly kind = 'refill-round';

  constructor(private readonly refillMatchingRound: RefillMatchingRound) {
    super();
  }

  override process(job: Job): Promise<string> {
    return this.refillMatchingRound.run(job);
  }

  /** The round stays published and what is open stays open: the job is not settled, and the next sweep brings it back. */
  override giveUp(): Promise<void> {
    return Promise.resolve();
  }
}
