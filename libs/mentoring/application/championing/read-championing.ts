import { AuditTrail, type Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { championingEvent } from './championing-event';
import { FindChampioning } from './find-championing';
import { ShowChampionings, type ShownChampioning } from './show-championings';

/** Reads one. */
@Injectable()
export class ReadChampioning {
  constructor(
    private readonly find: FindChampioning,
    private readonly show: ShowChampionings,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<ShownChampioning> {
    const found = await this.find.run(authority, id);
    await this.trail.record(championingEvent(authority, found, 'read', 'read'));
    return this.show.ofOne(authority, found);
  }
}
