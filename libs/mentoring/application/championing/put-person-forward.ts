import { AuditTrail, type Authority, Clock, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { putForward, type PuttingForward } from '../../domain/championing';
import { ChampioningRepository } from '../ports/championing.repository';
import { championingEvent } from './championing-event';
import { FindChampioning, refuseUnlessOwn } from './find-championing';
import { ShowChampionings, type ShownChampioning } from './show-championings';

/** The champion says what they put the person forward for. */
@Injectable()
export class PutPersonForward {
  constructor(
    private readonly transaction: Transaction,
    private readonly championings: ChampioningRepository,
    private readonly find: FindChampioning,
    private readonly show: ShowChampionings,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound, Forbidden for anybody but the champion, Conflict `championing.cannot-put-forward`, `championing.day-to-come` */
  run(authority: Authority, id: string, putting: PuttingForward): Promise<ShownChampioning> {
    return this.transaction.run(async () => {
      const held = await this.find.lock(authority, id);
      const champion = held.championPersonId === undefined ? [] : [held.championPersonId];
      refuseUnlessOwn(authority, champion, 'Only the champion who was named puts the person forward.');
      const saved = await this.championings.save(putForward(held, putting, this.clock.today()));
      await this.trail.record(championingEvent(authority, saved, 'change', 'put-forward'));
      return this.show.ofOne(authority, saved);
    });
  }
}
