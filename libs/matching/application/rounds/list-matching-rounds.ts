import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchingRound, RoundState } from '../../domain/lifecycle/matching-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';

/** Which rounds are listed. */
export interface RoundFilter {
  readonly programmeId?: string;
  readonly states?: readonly RoundState[];
}

/** Lists rounds of the programmes that are reached, the newest first. */
@Injectable()
export class ListMatchingRounds {
  constructor(private readonly rounds: MatchingRoundRepository) {}

  run(authority: Authority, filter: RoundFilter, page: PageRequest): Promise<Page<MatchingRound>> {
    return this.rounds.list(authority.limits(), filter, page);
  }
}
