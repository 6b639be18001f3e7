import { type Authority, Clock } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { meetFirst } from '../../domain/mentoring-relationship';
import { ChangeRelationship } from './change-relationship';
import type { ShownRelationship } from './show-relationships';

/** Either of the two says that they have met. */
@Injectable()
export class RecordFirstMeeting {
  constructor(
    private readonly change: ChangeRelationship,
    private readonly clock: Clock,
  ) {}

  /**
   * @param on the day, `YYYY-MM-DD`
   * @throws NotFound, Forbidden, Conflict `mentoring-relationship.cannot-meet`, `mentoring-relationship.meeting-to-come`,
   *   `mentoring-relationship.meeting-too-early`
   */
  run(authority: Authority, id: string, on: string): Promise<ShownRelationship> {
    return this.change.run(authority, id, 'first-met', (held) => meetFirst(held, on, this.clock.today()));
  }
}
