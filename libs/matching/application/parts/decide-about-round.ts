import { AuditTrail, type AuditedEvent, type Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { namedInLog } from '../named-in-log';
import { PartsInRounds } from './parts-in-rounds';

/** What somebody decides about a round. */
export interface RoundDecision {
  /** For the log, `matching-round.published`. */
  readonly action: string;
  /** Whom it is about, where it is about people more than about the round. */
  readonly personIds?: readonly string[];
  readonly details?: NonNullable<AuditedEvent['details']>;
}

/** Puts on record who decides about a round, who is then none of its auditors. */
@Injectable()
export class DecideAboutRound {
  constructor(
    private readonly parts: PartsInRounds,
    private readonly trail: AuditTrail,
  ) {}

  /** Whoever calls this holds the round. @throws Conflict `matching-round.audited-by-you` */
  async run(authority: Authority, round: MatchingRound, decided: RoundDecision): Promise<void> {
    const { action, personIds = [], details = {} } = decided;
    await this.parts.decide(authority, round);
    for (const named of namedInLog(personIds)) {
      await this.trail.record({
        ...{ kind: 'decision', action, authority, programmeId: round.programmeId },
        ...{ thing: { kind: 'matching-round', id: round.id }, ...named, details },
      });
    }
  }
}
