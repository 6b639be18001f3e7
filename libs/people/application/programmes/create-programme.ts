import { Random } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Programme } from '../../domain/programme';
import { name } from '../cells';
import { Members } from '../members';
import { ProgrammeRepository } from '../ports/programme.repository';

/** Makes a programme, which is open. */
@Injectable()
export class CreateProgramme {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly random: Random,
  ) {}

  /** @throws Conflict `programme.name-taken`, InputRefused */
  async run(input: { readonly name: string }): Promise<Programme> {
    const members = new Members();
    const programme: Programme = {
      id: this.random.uuid(),
      name: members.read('name', input.name, name, ''),
      state: 'open',
      version: 1,
    };
    members.refuseAll();
    await this.programmes.add(programme);
    return programme;
  }
}
