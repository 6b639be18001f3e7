import { AuditTrail, type Authority, InputRefused, StaleVersion, Transaction } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import { type Board, seatFaults } from '../../domain/board/board';
import { Nameable } from '../plan/nameable';
import { tellOfPlan } from '../plan/plan-events';
import { BoardRepository } from '../ports/board.repository';
import { reachedBoard } from './reached-board';

/** Replaces the kind and the seats of a board. */
@Injectable()
export class ChangeBoard {
  constructor(
    private readonly boards: BoardRepository,
    private readonly nameable: Nameable,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /** @throws NotFound, StaleVersion unless it still has that version, InputRefused with every fault */
  run(
    authority: Authority,
    id: string,
    version: number,
    { kind, seats }: Pick<Board, 'kind' | 'seats'>,
  ): Promise<Board> {
    return this.transaction.run(async () => {
      const board = reachedBoard(authority, await this.boards.lock(id), id);
      if (board.version !== version) {
        throw new StaleVersion('board');
      }
      InputRefused.ifAny(seatFaults(seats, (await this.nameable.in(board.programmeId)).professions));
      const changed = await this.boards.save({ ...board, kind, seats });
      await tellOfPlan(this.trail, 'board.changed', authority, changed);
      return changed;
    });
  }
}
