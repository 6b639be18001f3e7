import { type Job, Outbox, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { moveRound, type RoundFailure } from '../../domain/lifecycle/matching-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { lockProgramme } from '../programme-lock';
import { GiveRequestsBack } from '../requests/give-requests-back';
import { RefillAgain } from './refill-again';

/**
 * A run that cannot be solved ends, with a reason that a coordinator can act on. The requests of a whole one wait again;
 * where it was an override, the round stands as it stood before.
 */
@Injectable()
export class FailMatchingRun {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly giveRequestsBack: GiveRequestsBack,
    private readonly refillAgain: RefillAgain,
    private readonly outbox: Outbox,
  ) {}

  /** Does nothing to a run that is over, and none to a round where the job was to fill it again. */
  run(job: Job, failure: RoundFailure): Promise<void> {
    return this.transaction.run(async () => {
      const run = job.kind === 'solve-run' ? await this.runs.byId(job.subject) : undefined;
      if (run !== undefined) {
        const { programmeId } = (await this.rounds.byId(run.roundId))!;
        const programme = await lockProgramme(this.programmes, programmeId);
        const round = (await this.rounds.lock(run.roundId))!;
        const failed = await this.runs.fail(run.id, failure);
        if (failed && run.kind === 'whole') {
          await this.rounds.save({ ...moveRound(round, 'fail'), failure });
          await this.giveRequestsBack.run(round.id, programme);
        } else if (failed && run.kind === 'refill') {
          await this.refillAgain.after(run, false);
        }
      }
      await this.outbox.settle(job);
    });
  }
}
