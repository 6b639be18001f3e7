import { AuditTrail, type Authority, Clock, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type NamedProfessions, ProfessionsNamed } from './ports/named-professions';

/** Lists the posts and opportunities of a programme that name a profession, each with the reason that it gives. */
@Injectable()
export class ListNamedProfessions {
  constructor(
    private readonly named: ProfessionsNamed,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound where there is no such programme */
  async run(authority: Authority, programmeId: string): Promise<readonly NamedProfessions[]> {
    if (!authority.reachesProgramme(programmeId)) {
      throw new NotFound('programme', programmeId);
    }
    const action = 'named-professions.listed';
    await this.trail.record({ kind: 'equity', action, authority, programmeId });
    return this.named.inProgramme(programmeId, this.clock.today());
  }
}
