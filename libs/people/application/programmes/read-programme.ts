import { type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Programme } from '../../domain/programme';
import { ProgrammeRepository } from '../ports/programme.repository';
import { refuseOutsider } from './reached-programme';

/** Reads one programme. */
@Injectable()
export class ReadProgramme {
  constructor(private readonly programmes: ProgrammeRepository) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<Programme> {
    refuseOutsider(authority, id);
    const programme = await this.programmes.byId(id);
    if (programme === undefined) {
      throw new NotFound('programme', id);
    }
    return programme;
  }
}
