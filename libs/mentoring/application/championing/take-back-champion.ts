import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { takeBack } from '../../domain/championing';
import { ChampioningRepository } from '../ports/championing.repository';
import { championingEvent } from './championing-event';
import { FindChampioning, peopleOf, refuseUnlessOwn } from './find-championing';
import { ShowChampionings, type ShownChampioning } from './show-championings';

/**
 * The person takes the name back, or the champion does not want to be one. It counts as no champion from then on, and stays
 * for the two to see: whoever was named is to know of it.
 */
@Injectable()
export class TakeBackChampion {
  constructor(
    private readonly transaction: Transaction,
    private readonly championings: ChampioningRepository,
    private readonly find: FindChampioning,
    private readonly show: ShowChampionings,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, Forbidden for anybody but the two, Conflict `championing.cannot-take-back` */
  run(authority: Authority, id: string): Promise<ShownChampioning> {
    return this.transaction.run(async () => {
      const held = await this.find.lock(authority, id);
      refuseUnlessOwn(authority, peopleOf(held), 'Only the person or their champion takes the name back.');
      const saved = await this.championings.save(takeBack(held, this.clock.now()));
      await this.trail.record(championingEvent(authority, saved, 'change', 'taken-back'));
      return this.show.ofOne(authority, saved);
    });
  }
}
