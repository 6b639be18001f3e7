import { AuditTrail, type Authority, InputRefused, NotFound, Random, Transaction } from '@evenhand/kernel';
import { lockOpenProgramme, ProgrammeRepository } from '@evenhand/people';
import { Injectable } from '@nestjs/common';
import { type Board, seatFaults } from '../../domain/board/board';
import { unknown } from '../../domain/plan/plan-entry';
import { Nameable } from '../plan/nameable';
import { tellOfPlan } from '../plan/plan-events';
import { BoardRepository } from '../ports/board.repository';

/** Keeps the board of an organisation, seat by seat. */
@Injectable()
export class AddBoard {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly boards: BoardRepository,
    private readonly nameable: Nameable,
    private readonly random: Random,
    private readonly trail: AuditTrail,
    private readonly transaction: Transaction,
  ) {}

  /**
   * @throws NotFound where there is no such programme, Conflict `board.exists` where the organisation has one,
   *   `programme.closed`, InputRefused with every fault
   */
  run(authority: Authority, wanted: Omit<Board, 'id' | 'version'>): Promise<Board> {
    const { programmeId, organisationId, kind, seats } = wanted;
    return this.transaction.run(async () => {
      if (!authority.reachesProgramme(programmeId)) {
        throw new NotFound('programme', programmeId);
      }
      await lockOpenProgramme(this.programmes, programmeId);
      const { organisations, professions } = await this.nameable.in(programmeId);
      InputRefused.ifAny([
        ...unknown('organisationId', organisationId, organisations, 'organisation of this programme'),
        ...seatFaults(seats, professions),
      ]);
      const board = { id: this.random.uuid(), programmeId, organisationId, kind, seats, version: 1 };
      await this.boards.add(board);
      await tellOfPlan(this.trail, 'board.added', authority, board);
      return board;
    });
  }
}
