import { Outbox } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { MatchingRunRepository } from '../ports/matching-run.repository';

/**
 * Leaves it to a worker to fill the places that a round has free again. Only who holds the programme may leave this, as
 * whoever freezes a run does: the attempt then tells what was left before a refill froze its input from what was left
 * after.
 */
@Injectable()
export class LeaveRefill {
  constructor(
    private readonly runs: MatchingRunRepository,
    private readonly outbox: Outbox,
  ) {}

  async of(roundId: string): Promise<void> {
    const [latest] = await this.runs.ofRound(roundId);
    await this.outbox.leave({ kind: 'refill-round', subject: roundId, attempt: (latest?.attempt ?? 0) + 1 });
  }
}
