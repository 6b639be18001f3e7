import { ProgrammeRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { MatchingRunRepository } from '../ports/matching-run.repository';
import { knownRound, summaryOf } from './find-round';
import { releasedAccess, roundInTheOpen, type TransparentRound } from './transparent-round';

/** Reads a round for the public: with access by professional group, every count rounded, once it is published. */
@Injectable()
export class ReadTransparentRound {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly runs: MatchingRunRepository,
    private readonly catalogue: Catalogue,
  ) {}

  /** @throws NotFound */
  async run(id: string): Promise<TransparentRound> {
    const round = await knownRound(this.rounds, id);
    const programme = (await this.programmes.byId(round.programmeId))!;
    const run = round.runId === undefined ? undefined : await this.runs.byId(round.runId);
    const open = roundInTheOpen(round, run, programme.name, this.catalogue.content.version);
    if (round.state !== 'published') {
      return open;
    }
    const { engine, verdict, access } = (await summaryOf(round, this.runs)).summary;
    return {
      ...open,
      engine,
      ...(verdict === undefined ? {} : { verdict }),
      ...releasedAccess(access, round.policy),
    };
  }
}
