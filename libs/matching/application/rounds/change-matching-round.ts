import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { OrganisationRepository, ProgrammeRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { type MatchingRound, moveRound } from '../../domain/lifecycle/matching-round';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { PartsInRounds } from '../parts/parts-in-rounds';
import { checkRound, type RoundParts } from './check-round';
import { lockRound, refuseUnlessVersion } from './find-round';
import { roundEvent } from './round-event';

/** Changes a draft. */
@Injectable()
export class ChangeMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly organisations: OrganisationRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly parts: PartsInRounds,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, StaleVersion, Conflict `matching-round.cannot-change`, InputRefused with every fault */
  run(authority: Authority, id: string, expectedVersion: number, parts: RoundParts): Promise<MatchingRound> {
    return this.transaction.run(async () => {
      const { programme, round } = await lockRound(authority, this.programmes, this.rounds, id);
      refuseUnlessVersion(round, expectedVersion);
      const changed = moveRound(round, 'change');
      const organisations = await this.organisations.ofProgramme(programme.id);
      const saved = await this.rounds.save({
        ...changed,
        ...checkRound(parts, this.catalogue, organisations),
        rulesFixedAt: this.clock.now(),
      });
      await this.parts.decide(authority, round);
      await this.trail.record(roundEvent(authority, round, 'change', 'changed'));
      return saved;
    });
  }
}
