import { AuditTrail, type Authority, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { refuseUnlessMayBeTakenBack } from '../../domain/championing';
import { ChampioningRepository } from '../ports/championing.repository';
import { championingEvent } from './championing-event';
import { FindChampioning, peopleOf, refuseUnlessOwn } from './find-championing';
import { ShowChampionings, type ShownChampioning } from './show-championings';

/** The person takes the name back, or the champion does not want to be one: nothing is left of it. */
@Injectable()
export class TakeBackChampion {
  constructor(
    private readonly transaction: Transaction,
    private readonly championings: ChampioningRepository,
    private readonly find: FindChampioning,
    private readonly show: ShowChampionings,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, Forbidden for anybody but the two, Conflict `championing.cannot-take-back` */
  run(authority: Authority, id: string): Promise<ShownChampioning> {
    return this.transaction.run(async () => {
      const held = await this.find.lock(authority, id);
      refuseUnlessOwn(authority, peopleOf(held), 'Only the person or their champion takes the name back.');
      refuseUnlessMayBeTakenBack(held);
      // Shown before it is gone: without it the two do not see each other.
      const shown = await this.show.ofOne(held);
      await this.championings.remove(held);
      await this.trail.record(championingEvent(authority, held, 'change', 'taken-back'));
      return shown;
    });
  }
}
