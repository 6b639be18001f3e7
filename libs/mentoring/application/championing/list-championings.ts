import { AuditTrail, type Authority, type Page, type PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type ChampioningFilter, ChampioningRepository } from '../ports/championing.repository';
import { peopleOf } from './find-championing';
import { ShowChampionings, type ShownChampioning } from './show-championings';

/** Lists who named whom as far as it is reached, the newest name first. */
@Injectable()
export class ListChampionings {
  constructor(
    private readonly championings: ChampioningRepository,
    private readonly show: ShowChampionings,
    private readonly trail: AuditTrail,
  ) {}

  async run(
    authority: Authority,
    filter: ChampioningFilter,
    page: PageRequest,
  ): Promise<Page<ShownChampioning>> {
    const { items, ...rest } = await this.championings.list(authority.limits(), filter, page);
    // Whoever reads the log reads what was done in their own programme.
    for (const programmeId of new Set(items.map((one) => one.programmeId))) {
      const ofProgramme = items.filter((one) => one.programmeId === programmeId);
      await this.trail.record({
        ...{ kind: 'read', action: 'championings.listed', authority, programmeId },
        personIds: [...new Set(ofProgramme.flatMap(peopleOf))],
      });
    }
    return { items: await this.show.of(authority, items), ...rest };
  }
}
