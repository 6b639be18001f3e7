import { AuditTrail, type Authority, Clock } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { InventoryEntry } from '../../domain/inventory/held-data';
import { type ToldSection, toldSections, withheldEntries } from '../../domain/told-data';
import { type DataSubject, PersonalDataHolders } from '../ports/personal-data-holder';

/** Everything that is held on somebody. */
export interface PersonalData {
  readonly accountId: string;
  readonly gatheredAt: Date;
  readonly sections: readonly ToldSection[];
  /** What may be held besides, and why it is not told here. */
  readonly withheld: readonly InventoryEntry[];
}

/** Gathers for somebody everything that is held on them, whoever they are in which programme. */
@Injectable()
export class GatherPersonalData {
  constructor(
    private readonly holders: PersonalDataHolders,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** About the actor, and nobody else. */
  async run(authority: Authority): Promise<PersonalData> {
    const { id, persons } = authority.actor;
    const subject: DataSubject = { accountId: id, persons };
    const rows = [];
    for (const holder of this.holders.all) rows.push(...(await holder.held(subject)));
    await this.trail.record({
      kind: 'export',
      action: 'personal-data.exported',
      authority,
      personIds: persons.map(({ personId }) => personId),
      thing: { kind: 'account', id },
    });
    return {
      accountId: id,
      gatheredAt: this.clock.now(),
      sections: toldSections(rows),
      withheld: withheldEntries(),
    };
  }
}
