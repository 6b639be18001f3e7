import type { Authority } from '@evenhand/kernel';
import { Catalogue } from '@evenhand/taxonomy';
import { Injectable } from '@nestjs/common';
import { type BoardComposition, checkComposition } from '../../domain/board/composition-check';
import { BoardRepository } from '../ports/board.repository';
import { reachedBoard } from './reached-board';

/** Holds a board against the law that is decided here, and names the professions that are missing from it. */
@Injectable()
export class CheckBoard {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly boards: BoardRepository,
  ) {}

  /** @throws NotFound */
  async run(authority: Authority, id: string): Promise<BoardComposition> {
    const board = reachedBoard(authority, await this.boards.byId(id), id);
    const { professionalGroups: groups, professions } = this.catalogue.content;
    return checkComposition(board, { groups, professions });
  }
}
