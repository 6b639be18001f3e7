import { type Authority, Clock } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { giveFeedback, type HelpedAnswer } from '../../domain/mentoring-relationship';
import { ChangeRelationship } from './change-relationship';
import type { ShownRelationship } from './show-relationships';

/** Each of the two says for themselves whether it helped with the mentee’s gap. */
@Injectable()
export class GiveMentoringFeedback {
  constructor(
    private readonly change: ChangeRelationship,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, Conflict `mentoring-relationship.not-met` */
  run(authority: Authority, id: string, helped: HelpedAnswer): Promise<ShownRelationship> {
    return this.change.run(authority, id, 'feedback-given', (held, side) =>
      giveFeedback(held, side, { helped, saidAt: this.clock.now() }),
    );
  }
}
