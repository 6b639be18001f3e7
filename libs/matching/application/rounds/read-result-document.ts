import { Injectable } from '@nestjs/common';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { findRound, solvedRunOf } from './find-round';

/** Reads the result of a round under its pseudonyms, as the solver wrote it. */
@Injectable()
export class ReadResultDocument {
  constructor(
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
  ) {}

  /**
   * @returns `evenhand.result/1`, byte for byte
   * @throws NotFound, Conflict `matching-round.not-solved`
   */
  async run(id: string): Promise<string> {
    const round = await findRound(this.rounds, id);
    const run = await solvedRunOf(round, this.runs);
    return (await this.runs.result(run.id))!;
  }
}
