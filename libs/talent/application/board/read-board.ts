import type { Authority } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { Board } from '../../domain/board/board';
import { BoardRepository } from '../ports/board.repository';
import { reachedBoard } from './reached-board';

/** Reads a board, seat by seat. */
@Injectable()
export class ReadBoard {
  constructor(private readonly boards: BoardRepository) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<Board> {
    return reachedBoard(authority, await this.boards.byId(id), id);
  }
}
