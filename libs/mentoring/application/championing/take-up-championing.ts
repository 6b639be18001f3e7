import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { takeUp } from '../../domain/championing';
import { ChampioningRepository } from '../ports/championing.repository';
import { championingEvent } from './championing-event';
import { FindChampioning, refuseUnlessOwn } from './find-championing';
import { ShowChampionings, type ShownChampioning } from './show-championings';

/** The person says that they took up what they were put forward for. */
@Injectable()
export class TakeUpChampioning {
  constructor(
    private readonly transaction: Transaction,
    private readonly championings: ChampioningRepository,
    private readonly find: FindChampioning,
    private readonly show: ShowChampionings,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, Forbidden for anybody but the person, Conflict `championing.cannot-take-up` */
  run(authority: Authority, id: string): Promise<ShownChampioning> {
    return this.transaction.run(async () => {
      const held = await this.find.lock(authority, id);
      refuseUnlessOwn(authority, [held.personId], 'Only the person who was put forward takes it up.');
      const saved = await this.championings.save(takeUp(held, this.clock.now()));
      await this.trail.record(championingEvent(authority, saved, 'change', 'taken-up'));
      return this.show.ofOne(authority, saved);
    });
  }
}
