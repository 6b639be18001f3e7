import { Injectable } from '@nestjs/common';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { ReadTransparentRound } from './read-transparent-round';
import type { TransparentRound } from './transparent-round';

/** Reads the round that was published last, for the public. */
@Injectable()
export class ReadLatestPublishedRound {
  constructor(
    private readonly rounds: MatchingRoundRepository,
    private readonly read: ReadTransparentRound,
  ) {}

  /** Undefined as long as none was published. */
  async run(): Promise<TransparentRound | undefined> {
    const latest = await this.rounds.latestPublished();
    return latest === undefined ? undefined : this.read.run(latest.id);
  }
}
