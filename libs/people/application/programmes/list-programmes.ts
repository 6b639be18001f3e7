import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Programme } from '../../domain/programme';
import { ProgrammeRepository } from '../ports/programme.repository';

/** Lists by name the programmes in which somebody has a role. */
@Injectable()
export class ListProgrammes {
  constructor(private readonly programmes: ProgrammeRepository) {}

  run(authority: Authority, page: PageRequest): Promise<Page<Programme>> {
    return this.programmes.list(authority.limitsOfCommons(), page);
  }
}
