import { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { MatchingRound } from '../../domain/lifecycle/matching-round';
import { refusedFor } from '../../domain/lifecycle/part-in-round';
import { PartInRoundRepository } from '../ports/part-in-round.repository';

/** The role whose looking at what came of a round is an audit of it. */
const AUDITOR = 'hr_auditor';

/** On whose word somebody looks at what came of a round. */
export interface Looking {
  /** The word of the one role in which they look. */
  readonly authority: Authority;
  readonly audits: boolean;
}

/** Keeps those who run a round and those who audit it apart: one human may hold both roles, and has one for each round. */
@Injectable()
export class PartsInRounds {
  constructor(private readonly parts: PartInRoundRepository) {}

  /** Somebody decides about a round. @throws Conflict `matching-round.audited-by-you` */
  async decide({ actor }: Authority, { id }: MatchingRound): Promise<void> {
    if (actor.kind === 'account' && (await this.parts.take(id, actor.id, 'ran')) !== 'ran') {
      throw refusedFor('ran');
    }
  }

  /**
   * Somebody looks at what came of a round. Who is both auditor and coordinator looks as the auditor, unless they ran
   * the round: then as the coordinator.
   *
   * @throws Conflict `matching-round.ran-by-you`
   */
  async look(authority: Authority, { id, programmeId }: MatchingRound): Promise<Looking> {
    const asAuditor = onlyAs(authority, (role) => role === AUDITOR);
    const asOther = onlyAs(authority, (role) => role !== AUDITOR);
    if (authority.actor.kind !== 'account' || !asAuditor.reachesProgramme(programmeId)) {
      return { authority, audits: false };
    }
    if ((await this.parts.take(id, authority.actor.id, 'audited')) === 'audited') {
      return { authority: asAuditor, audits: true };
    }
    if (!asOther.reachesProgramme(programmeId)) {
      throw refusedFor('audited');
    }
    return { authority: asOther, audits: false };
  }
}

function onlyAs({ actor, reaches }: Authority, isMeant: (role: string) => boolean): Authority {
  return new Authority(
    actor,
    reaches.filter(({ role }) => isMeant(role)),
  );
}
