import { type Authority, NotFound } from '@evenhand/kernel';
import type { Board } from '../../domain/board/board';

/** A board that was looked for. @throws NotFound where there is none for whoever asks */
export function reachedBoard(authority: Authority, board: Board | undefined, id: string): Board {
  if (board === undefined || !authority.reachesProgramme(board.programmeId)) {
    throw new NotFound('board', id);
  }
  return board;
}
