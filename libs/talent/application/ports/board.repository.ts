import type { Page, PageRequest } from '@evenhand/kernel';
import type { Board } from '../../domain/board/board';

/** Keeps the boards of organisations, seat by seat. */
export abstract class BoardRepository {
  /** @throws Conflict `board.exists` where the organisation has one */
  abstract add(board: Board): Promise<void>;
  /** The board as kept, one version higher. @throws StaleVersion when it has another version by now */
  abstract save(board: Board): Promise<Board>;
  abstract byId(id: string): Promise<Board | undefined>;
  /** Holds the board for this transaction. */
  abstract lock(id: string): Promise<Board | undefined>;
  /** All of a programme, in no order: an organisation has one at the most. */
  abstract ofProgramme(programmeId: string): Promise<readonly Board[]>;
  /** Those of a programme, in the order of their ids. */
  abstract list(programmeId: string, page: PageRequest): Promise<Page<Board>>;
}
