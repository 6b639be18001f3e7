import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { BreakGlass } from '../../domain/break-glass';
import { BreakGlassRepository } from '../ports/break-glass.repository';

/** Lists which records admins asked to see, and tells people of their own. */
@Injectable()
export class ListBrokenGlass {
  constructor(private readonly glasses: BreakGlassRepository) {}

  /** For admins, the newest first. */
  async run(authority: Authority, page: PageRequest): Promise<Page<BreakGlass>> {
    return authority.limits() === undefined ? this.glasses.list(page) : { items: [] };
  }

  /** The times that a record of the actor's own was opened. */
  ofActor({ actor }: Authority): Promise<readonly BreakGlass[]> {
    return this.glasses.openedOf(actor.persons.map(({ personId }) => personId));
  }
}
