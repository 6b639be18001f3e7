import { type Authority, NotFound } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { ProgrammeRepository } from '../ports/programme.repository';
import { type Headcounts, WorkforceRepository } from '../ports/workforce.repository';
import { refuseOfOneOrganisation } from '../programmes/reached-programme';

/** Reads the headcounts of a programme. */
@Injectable()
export class ReadWorkforce {
  constructor(
    private readonly workforce: WorkforceRepository,
    private readonly programmes: ProgrammeRepository,
  ) {}

  /** @throws NotFound where there is no such programme; Forbidden */
  async run(authority: Authority, programmeId: string): Promise<Headcounts> {
    refuseOfOneOrganisation(authority, programmeId);
    if ((await this.programmes.byId(programmeId)) === undefined) {
      throw new NotFound('programme', programmeId);
    }
    return this.workforce.read(programmeId);
  }
}
