import { AuditTrail, type Authority, Forbidden, Random, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Programme } from '../../domain/programme';
import { name } from '../cells';
import { Members } from '../members';
import { tell } from '../people-events';
import { ProgrammeRepository } from '../ports/programme.repository';

/** Makes a programme, which is open. */
@Injectable()
export class CreateProgramme {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly trail: AuditTrail,
    private readonly random: Random,
    private readonly transaction: Transaction,
  ) {}

  /** @throws Conflict `programme.name-taken`, InputRefused, Forbidden for whoever's role ends with some programmes */
  async run(authority: Authority, input: { readonly name: string }): Promise<Programme> {
    if (!authority.holdsEverywhere()) {
      throw new Forbidden('Only somebody whose role holds in every programme makes another.');
    }
    const members = new Members();
    const programme: Programme = {
      id: this.random.uuid(),
      name: members.read('name', input.name, name, ''),
      state: 'open',
      version: 1,
    };
    members.refuseAll();
    const { id } = programme;
    await this.transaction.run(async () => {
      await this.programmes.add(programme);
      const thing = { kind: 'programme', id };
      await tell(this.trail, 'programme.created', { authority, programmeId: id, thing });
    });
    return programme;
  }
}
