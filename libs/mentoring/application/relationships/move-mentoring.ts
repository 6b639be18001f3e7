import { type Authority, Clock } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { moveRelationship, type PlainMove } from '../../domain/mentoring-relationship';
import { ChangeRelationship } from './change-relationship';
import type { ShownRelationship } from './show-relationships';

/** Either of the two pauses, resumes, completes or ends it; nobody is asked why. A place is free once it is over. */
@Injectable()
export class MoveMentoring {
  constructor(
    private readonly change: ChangeRelationship,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, Conflict `mentoring-relationship.cannot-<move>` */
  run(authority: Authority, id: string, move: PlainMove): Promise<ShownRelationship> {
    return this.change.run(authority, id, DONE[move], (held) =>
      moveRelationship(held, move, this.clock.now()),
    );
  }
}

const DONE: Readonly<Record<PlainMove, string>> = {
  pause: 'paused',
  resume: 'resumed',
  complete: 'completed',
  end: 'ended',
};
