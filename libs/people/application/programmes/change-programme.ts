import { Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Programme, ProgrammeState } from '../../domain/programme';
import { name } from '../cells';
import { Members } from '../members';
import { ProgrammeClosing } from '../ports/asks-for-mentor';
import { ProgrammeRepository } from '../ports/programme.repository';
import { lockProgramme } from './programme-lock';

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
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, StaleVersion, Conflict `programme.name-taken`, InputRefused */
  async run(id: string, expectedVersion: number, change: ProgrammeChange): Promise<Programme> {
    const members = new Members();
    const newName = members.read('name', change.name, name, undefined);
    members.refuseAll();
    return this.transaction.run(async () => {
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
      return changed;
    });
  }
}
