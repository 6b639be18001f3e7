import {
  type Board,
  BOARD_KINDS,
  type BoardComposition,
  type BoardFinding,
  type BoardKind,
  type BoardSeat,
  SEAT_ROLES,
  type SeatBackground,
  type SeatRole,
} from '@evenhand/talent';
import { code, text } from '../../http/fields/field-kind';
import {
  ChoiceField,
  CodeField,
  FlagField,
  ListField,
  ObjectField,
  TextField,
  UuidField,
  WholeNumberField,
} from '../../http/fields/fields';
import { NextPage } from '../../http/paging';

const KIND = {
  description: 'What law it is under; other is every trust outside of the rules that are decided here.',
};
const MOST_SEATS = 60;
const MANY = { min: 0, max: 1_000_000_000 };
const REGISTRATIONS = ['registered', 'registered_not_practising', 'not_registered'] as const;

/** The background of whoever holds a seat; never who they are. */
export class SeatBackgroundField implements SeatBackground {
  @CodeField({ description: 'Code of a profession.', example: 'paramedic' })
  profession!: string;

  @ChoiceField(REGISTRATIONS, { description: 'Whether they are registered in it.' })
  registration!: SeatBackground['registration'];
}

/** A seat on a board. */
export class BoardSeatField implements BoardSeat {
  @ChoiceField(SEAT_ROLES, { description: 'What the seat is. Only voting directors are seats.' })
  role!: SeatRole;

  @TextField({ description: 'What the post is called. No names of people.', max: 200 })
  title!: string;

  @ObjectField(() => SeatBackgroundField, { description: 'Left out while nobody holds it.', optional: true })
  heldBy?: SeatBackgroundField;

  @FlagField({
    description: 'Of a non-executive: whether they are independent, where it is known.',
    optional: true,
  })
  independent?: boolean;
}

/** A board, to be held against the law. */
export class BoardBody {
  @ChoiceField(BOARD_KINDS, KIND)
  kind!: BoardKind;

  @ListField(() => BoardSeatField, { description: 'All of its seats.', min: 1, max: MOST_SEATS })
  seats!: readonly BoardSeatField[];
}

/** A board that is not kept yet. */
export class NewBoard extends BoardBody {
  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'The organisation whose board it is; it has one.' })
  organisationId!: string;
}

/** A board. */
export class BoardAnswer {
  @UuidField({ description: 'Id of the board.' })
  id!: string;

  @UuidField({ description: 'The programme.' })
  programmeId!: string;

  @UuidField({ description: 'The organisation whose board it is.' })
  organisationId!: string;

  @ChoiceField(BOARD_KINDS, KIND)
  kind!: BoardKind;

  @ListField(() => BoardSeatField, { description: 'All of its seats.', max: MOST_SEATS })
  seats!: readonly BoardSeatField[];

  @WholeNumberField({ description: 'Goes up with each change.', min: 1, max: 1_000_000_000 })
  version!: number;
}

/** One page of boards. */
export class BoardPage extends NextPage {
  @ListField(() => BoardAnswer, { description: 'In the order of their ids.', max: 200 })
  items!: readonly BoardAnswer[];
}

/** What a rule comes to. */
export class BoardFindingAnswer implements BoardFinding {
  @CodeField({ description: 'Names the rule.' })
  rule!: string;

  @ChoiceField(['law', 'code', 'advice'], { description: 'How much it binds.' })
  force!: BoardFinding['force'];

  @ChoiceField(['kept', 'broken', 'not_decided'], { description: 'Whether it holds.' })
  outcome!: BoardFinding['outcome'];

  @TextField({ description: 'Where it stands.', max: 500 })
  source!: string;

  @TextField({ description: 'What was found.', max: 500 })
  words!: string;
}

/** Seats that somebody could come to. */
export class OpenSeatsAnswer {
  @ListField(text({ max: 200 }), { description: 'Titles of seats that nobody holds.', max: MOST_SEATS })
  vacant!: readonly string[];

  @WholeNumberField({ description: 'Executives that the law would still allow.', ...MANY, optional: true })
  executivesToAdd?: number;

  @WholeNumberField({
    description: 'Non-executives that the law would still allow.',
    ...MANY,
    optional: true,
  })
  nonExecutivesToAdd?: number;

  @WholeNumberField({
    description:
      'Executives of whom the law asks no role or profession and whom it still allows, beside those who are there.',
    ...MANY,
    optional: true,
  })
  executivesOfAnyBackground?: number;
}

/** A board held against the law, and who is missing from it. It is no legal advice. */
export class BoardCompositionAnswer {
  @ListField(() => BoardFindingAnswer, { description: 'Rule by rule.', max: 20 })
  findings!: readonly BoardFindingAnswer[];

  @ObjectField(() => OpenSeatsAnswer, { description: 'Numbers only where the law sets them.' })
  openSeats!: OpenSeatsAnswer;

  @ListField(code(), { description: 'Professional groups that nobody comes from.', max: 100 })
  absentGroups!: readonly string[];

  @ListField(code(), { description: 'Professions that nobody comes from.', max: 1000 })
  absentProfessions!: readonly string[];
}

/** Shapes a board for the caller. */
export function boardAnswer(board: Board): BoardAnswer {
  return board;
}

/** Shapes a check for the caller. */
export function boardCompositionAnswer({
  openSeats,
  ...composition
}: BoardComposition): BoardCompositionAnswer {
  const { vacant, executivesToAdd, nonExecutivesToAdd, executivesOfAnyBackground } = openSeats;
  return {
    ...composition,
    openSeats: {
      vacant,
      ...(executivesToAdd === null ? {} : { executivesToAdd }),
      ...(nonExecutivesToAdd === null ? {} : { nonExecutivesToAdd }),
      ...(executivesOfAnyBackground === null ? {} : { executivesOfAnyBackground }),
    },
  };
}
