import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { BreakGlass } from '../../domain/break-glass';
import { refuseUnlessAdmin } from '../admins-alone';
import { BreakGlassRepository } from '../ports/break-glass.repository';

/** Lists which records admins asked to see, and tells people of their own. */
@Injectable()
export class ListBrokenGlass {
  constructor(
    private readonly glasses: BreakGlassRepository,
    private readonly trail: AuditTrail,
  ) {}

  /** For admins, the newest first. @throws Forbidden */
  async run(authority: Authority, page: PageRequest): Promise<Page<BreakGlass>> {
    refuseUnlessAdmin(authority);
    const found = await this.glasses.list(page);
    const personIds = [...new Set(found.items.map(({ personId }) => personId))];
    await this.trail.record({ kind: 'security', action: 'break-glass.listed', authority, personIds });
    return found;
  }

  /** The times that a record of the actor's own was opened. */
  ofActor({ actor }: Authority): Promise<readonly BreakGlass[]> {
    return this.glasses.openedOf(actor.persons.map(({ personId }) => personId));
  }
}
