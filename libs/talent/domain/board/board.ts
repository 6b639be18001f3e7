/** What law a board is under. `other` is every trust outside of the rules that are decided here. */
export const BOARD_KINDS = ['nhs_trust', 'foundation_trust', 'other'] as const;
/** The code of a kind of board. */
export type BoardKind = (typeof BOARD_KINDS)[number];

/** What a seat on a board is. Voting directors alone are counted. */
export const SEAT_ROLES = [
  'chair',
  'chief_executive',
  'finance_director',
  'executive',
  'non_executive',
] as const;
/** The code of a seat's role. */
export type SeatRole = (typeof SEAT_ROLES)[number];

/** The background of whoever sits somewhere; never who they are. */
export interface SeatBackground {
  /** Code of a profession in the catalogue. */
  readonly profession: string;
  readonly registration: 'registered' | 'registered_not_practising' | 'not_registered';
}

/** A seat on a board. */
export interface BoardSeat {
  readonly role: SeatRole;
  /** What the post is called, such as "Director of therapies": never the name of whoever holds it. 1 to 200 characters. */
  readonly title: string;
  /** Absent while nobody sits there. */
  readonly heldBy?: SeatBackground;
  /** Of a non-executive: whether they are independent; absent where it is not known. */
  readonly independent?: boolean;
}

/** The board of an organisation, seat by seat. An organisation has one. */
export interface Board {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly organisationId: string;
  readonly kind: BoardKind;
  /** 1 to 60. */
  readonly seats: readonly BoardSeat[];
  readonly version: number;
}

/** What is wrong with seats, one line each. @param professions codes of the professions that there are */
export function seatFaults(seats: readonly BoardSeat[], professions: readonly string[]): readonly string[] {
  const only = (['chair', 'chief_executive', 'finance_director'] as const).flatMap((role) =>
    seats.filter((seat) => seat.role === role).length > 1 ? [`seats: there is more than one ${role}`] : [],
  );
  const each = seats.flatMap(({ role, heldBy, independent }, at) => [
    ...(heldBy === undefined || professions.includes(heldBy.profession)
      ? []
      : [`seats[${at}].heldBy.profession: "${heldBy.profession}" is no profession`]),
    ...(independent === undefined || role === 'non_executive'
      ? []
      : [`seats[${at}].independent: only a non-executive is said to be independent or not`]),
  ]);
  return [...only, ...each];
}
