import { Conflict, type Page, type PageRequest } from '@evenhand/kernel';
import { type Board, BoardRepository } from '@evenhand/talent';
import { Injectable } from '@nestjs/common';
import { Database } from '../../database';
import type { BoardRow } from '../../rows/plan/board.row';
import { isUuid, type ListOrder, pageOf, positionOf } from '../paging';
import { type Refusals, refusing } from '../refusals';
import { insertRows, updateRows } from '../statements';

/** Keeps boards in `board`. */
@Injectable()
export class TypeormBoardRepository extends BoardRepository {
  constructor(private readonly database: Database) {
    super();
  }

  override async add(board: Board): Promise<void> {
    await refusing(REFUSALS, insertRows(this.database, 'board', [rowOf(board)]));
  }

  override async save(board: Board): Promise<Board> {
    await updateRows(this.database, 'board', ['kind', 'seats'], [rowOf(board)], 'board');
    return { ...board, version: board.version + 1 };
  }

  override byId(id: string): Promise<Board | undefined> {
    return this.found(id, '');
  }

  override lock(id: string): Promise<Board | undefined> {
    return this.found(id, 'for update');
  }

  override async ofProgramme(programmeId: string): Promise<readonly Board[]> {
    const rows = await this.database.query<BoardRow>('select * from board where programme_id = $1', [
      programmeId,
    ]);
    return rows.map(boardOf);
  }

  override async list(programmeId: string, page: PageRequest): Promise<Page<Board>> {
    const rows = await this.database.query<BoardRow>(
      `select * from board where programme_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [programmeId, ...positionOf(page, BY_ID), page.limit + 1],
    );
    return pageOf(rows, page, BY_ID, boardOf);
  }

  private async found(id: string, hold: '' | 'for update'): Promise<Board | undefined> {
    const [row] = await this.database.query<BoardRow>(`select * from board where id = $1 ${hold}`, [id]);
    return row === undefined ? undefined : boardOf(row);
  }
}

const BY_ID: ListOrder<BoardRow> = { valuesOf: ({ id }) => [id], accepts: [isUuid] };

const REFUSALS: Refusals = {
  board_once: () =>
    new Conflict('board.exists', 'The organisation has a board here already: change that one.'),
};

function rowOf({ programmeId, organisationId, ...board }: Board) {
  return { programme_id: programmeId, organisation_id: organisationId, ...board } satisfies BoardRow;
}

function boardOf({ programme_id, organisation_id, ...board }: BoardRow): Board {
  return { programmeId: programme_id, organisationId: organisation_id, ...board };
}
