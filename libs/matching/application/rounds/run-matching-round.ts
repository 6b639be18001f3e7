import { type Authority, Outbox, Transaction } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import { moveRequest } from '../../domain/lifecycle/mentoring-request';
import { DecideAboutRound } from '../parts/decide-about-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { MentoringRequestRepository } from '../ports/mentoring-request.repository';
import { FreezeRound } from '../runs/freeze-round';
import { lockRoundOfOpenProgramme } from './find-round';

/** Freezes the input of a round, takes its requests up and leaves it to a worker to solve it. */
@Injectable()
export class RunMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly requests: MentoringRequestRepository,
    private readonly freeze: FreezeRound,
    private readonly outbox: Outbox,
    private readonly decide: DecideAboutRound,
  ) {}

  /**
   * @throws NotFound, Conflict `programme.closed`, `matching-round.cannot-queue` where it is neither draft nor failed,
   *   `matching-round.audited-by-you`
   */
  run(
    authority: Authority,
    id: string,
  ): Promise<{ readonly round: MatchingRound; readonly run: MatchingRun }> {
    return this.transaction.run(async () => {
      const { round } = await lockRoundOfOpenProgramme(authority, this.programmes, this.rounds, id);
      const queued = moveRound(round, 'queue');
      const { run, text, links, requests } = await this.freeze.whole(round);
      const details = { run: run.id };
      await this.decide.run(authority, round, { action: 'matching-round.queued', details });
      await this.runs.add(run, text, links);
      await this.requests.save(
        requests.map((request) => ({ ...moveRequest(request, 'takeUp'), roundId: id })),
      );
      await this.outbox.leave({ kind: 'solve-run', subject: run.id, attempt: run.attempt });
      return { round: await this.rounds.save({ ...queued, attempt: run.attempt, runId: run.id }), run };
    });
  }
}
