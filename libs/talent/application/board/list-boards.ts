import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Board } from '../../domain/board/board';
import { BoardRepository } from '../ports/board.repository';

/** Lists the boards of a programme. Of a programme that is not reached, or not there, there are none. */
@Injectable()
export class ListBoards {
  constructor(private readonly boards: BoardRepository) {}

  async run(authority: Authority, programmeId: string, page: PageRequest): Promise<Page<Board>> {
    return authority.reachesProgramme(programmeId) ? this.boards.list(programmeId, page) : { items: [] };
  }
}
