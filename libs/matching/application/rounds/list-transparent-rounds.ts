import type { Page, PageRequest } from '@evenhand/kernel';
import { ProgrammeRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { roundInTheOpen, type TransparentRound } from './transparent-round';

/** Lists every round for the public, the newest first, without what came of it. */
@Injectable()
export class ListTransparentRounds {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly catalogue: Catalogue,
  ) {}

  async run(page: PageRequest): Promise<Page<TransparentRound>> {
    const { items, ...rest } = await this.rounds.list(undefined, {}, page);
    const { version } = this.catalogue.content;
    const open: TransparentRound[] = [];
    for (const round of items) {
      const programme = await this.programmes.byId(round.programmeId);
      const run = round.runId === undefined ? undefined : await this.runs.byId(round.runId);
      open.push(roundInTheOpen(round, run, programme!.name, version));
    }
    return { items: open, ...rest };
  }
}
