import { AuditTrail, type Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Programme, ProgrammeState } from '../../domain/programme';
import { name } from '../cells';
import { Members } from '../members';
import { tell } from '../people-events';
import { ProgrammeClosing } from '../ports/asks-for-mentor';
import { ProgrammeRepository } from '../ports/programme.repository';
import { lockProgramme } from './programme-lock';
import { refuseUnreached } from './reached-programme';

/** What can be changed of a programme; what is left out stays. */
export interface ProgrammeChange {
  readonly name?: string;
  readonly state?: ProgrammeState;
}

/** Renames a programme, closes it, or opens it again. */
@Injectable()
export class ChangeProgramme {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly closing: ProgrammeClosing,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, StaleVersion, Conflict `programme.name-taken`, InputRefused */
  async run(
    authority: Authority,
    id: string,
    expectedVersion: number,
    change: ProgrammeChange,
  ): Promise<Programme> {
    const members = new Members();
    const newName = members.read('name', change.name, name, undefined);
    members.refuseAll();
    return this.transaction.run(async () => {
      refuseUnreached(authority, id);
      const before = await lockProgramme(this.programmes, id);
      const changed = await this.programmes.save({
        id,
        name: newName ?? before.name,
        state: change.state ?? before.state,
        version: expectedVersion,
      });
      if (before.state === 'open' && changed.state === 'closed') {
        await this.closing.closed(id);
      }
      await tell(this.trail, 'programme.changed', {
        authority,
        programmeId: id,
        thing: { kind: 'programme', id },
        details: { state: changed.state },
      });
      return changed;
    });
  }
}
