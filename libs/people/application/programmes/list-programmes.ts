import type { Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Programme } from '../../domain/programme';
import { ProgrammeRepository } from '../ports/programme.repository';

/** Lists programmes by name. */
@Injectable()
export class ListProgrammes {
  constructor(private readonly programmes: ProgrammeRepository) {}

  run(page: PageRequest): Promise<Page<Programme>> {
    return this.programmes.list(page);
  }
}
