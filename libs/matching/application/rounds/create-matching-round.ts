import { DisclosureSettings } from '@evenhand/disclosure';
import { AuditTrail, type Authority, Clock, NotFound, Random, Transaction } from '@evenhand/kernel';
import { OrganisationRepository, ProgrammeRepository } from '@evenhand/people';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { DEFAULT_RULES } from '../../domain/rules';
import { MatchingRoundRepository } from '../ports/matching-round.repository';
import { PartsInRounds } from '../parts/parts-in-rounds';
import { lockOpenProgramme } from '../programme-lock';
import { checkRound, type RoundParts } from './check-round';
import { roundEvent } from './round-event';

/** A round as it is made. */
export interface NewMatchingRound extends RoundParts {
  readonly programmeId: string;
  readonly name: string;
}

/** Makes a round as a draft. Its rules are public from now on. */
@Injectable()
export class CreateMatchingRound {
  constructor(
    private readonly transaction: Transaction,
    private readonly programmes: ProgrammeRepository,
    private readonly organisations: OrganisationRepository,
    private readonly rounds: MatchingRoundRepository,
    private readonly catalogue: Catalogue,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly parts: PartsInRounds,
    private readonly trail: AuditTrail,
    private readonly disclosure: DisclosureSettings,
  ) {}

  /** @throws NotFound, Conflict `programme.closed`, InputRefused with every fault of rules and scope */
  run(authority: Authority, { programmeId, ...parts }: NewMatchingRound): Promise<MatchingRound> {
    return this.transaction.run(async () => {
      if (!authority.reachesProgramme(programmeId)) {
        throw new NotFound('programme', programmeId);
      }
      await lockOpenProgramme(this.programmes, programmeId);
      const organisations = await this.organisations.ofProgramme(programmeId);
      const now = this.clock.now();
      const round: MatchingRound = {
        ...{ id: this.random.uuid(), programmeId, name: parts.name, state: 'draft' },
        ...{ rules: DEFAULT_RULES, scope: { regions: [], organisations: [] } },
        ...checkRound(parts, this.catalogue, organisations),
        ...{ pseudonymKey: this.random.secret(), policy: this.disclosure.policy },
        ...{ attempt: 0, createdAt: now, rulesFixedAt: now, version: 1 },
      };
      await this.rounds.add(round);
      await this.parts.decide(authority, round);
      await this.trail.record(roundEvent(authority, round, 'change', 'made'));
      return round;
    });
  }
}
