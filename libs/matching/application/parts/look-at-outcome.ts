import { AuditTrail, type Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { namedInLog } from '../named-in-log';
import { PartsInRounds } from './parts-in-rounds';

/** What somebody looks at of what came of a round. */
export interface LookedAt {
  /** For the log, `matching-round.access-read`. */
  readonly action: string;
  /** `read` unless said otherwise; an auditor's look bears on equity whatever this says. */
  readonly kind?: 'read' | 'export';
  /** Whose names or ids are in it. */
  readonly personIds?: readonly string[];
  /** The round, unless said otherwise. */
  readonly thing?: { readonly kind: string; readonly id: string };
  readonly details?: Readonly<Record<string, string>>;
}

/** Puts on record who looks at what came of a round, and that an auditor who does has audited it. */
@Injectable()
export class LookAtOutcome {
  constructor(
    private readonly parts: PartsInRounds,
    private readonly trail: AuditTrail,
  ) {}

  /**
   * Whoever calls this does so in the transaction in which they read.
   *
   * @returns whether it is an auditor who looks, and is to see no person
   * @throws Conflict `matching-round.ran-by-you`
   */
  async run(authority: Authority, round: MatchingRound, looked: LookedAt): Promise<{ audits: boolean }> {
    const { action, kind = 'read', personIds = [], details = {} } = looked;
    const looking = await this.parts.look(authority, round);
    for (const named of namedInLog(personIds)) {
      await this.trail.record({
        ...{ kind: looking.audits ? 'equity' : kind, action, authority: looking.authority },
        ...{
          programmeId: round.programmeId,
          thing: looked.thing ?? { kind: 'matching-round', id: round.id },
        },
        ...named,
        details: looked.thing === undefined ? details : { ...details, round: round.id },
      });
    }
    return { audits: looking.audits };
  }
}
