import type { BoardKind, BoardSeat } from '@evenhand/talent';

/** A row of `board`. */
export interface BoardRow {
  readonly id: string;
  readonly programme_id: string;
  readonly organisation_id: string;
  readonly kind: BoardKind;
  readonly seats: readonly BoardSeat[];
  readonly version: number;
}
