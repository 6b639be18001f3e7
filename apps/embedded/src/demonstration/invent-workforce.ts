import { inventCharacteristics } from './invent-characteristics';
import {
  type Employee,
  inventStaff,
  PERSON_COLUMNS,
  personCells,
  type ProgrammeSize,
} from './invent-programme';
import { STAGES } from './workforce-shape';

/** What is known of those who work beside the people of a programme: tables of text, the headings in their first row. */
export interface InventedWorkforce {
  /** Everybody in scope who neither asks nor offers, a row each. */
  readonly colleagues: string[][];
  /** How many people there are of each organisation, profession, grade and stage, everybody counted. */
  readonly baseline: string[][];
  /** The same people by equality question and answer, in aggregate only. */
  readonly characteristics: string[][];
}

/** Invents the workforce around a programme of the same size and seed. */
export function inventWorkforce(size: ProgrammeSize): InventedWorkforce {
  const { employees, asking, offering } = inventStaff(size);
  const takingPart = new Set([...asking, ...offering]);
  const colleagues = employees.filter((employee) => !takingPart.has(employee));
  return {
    colleagues: [
      [...PERSON_COLUMNS],
      ...colleagues.map((employee) => {
        const cells = personCells(employee);
        return PERSON_COLUMNS.map((column) => cells[column]);
      }),
    ],
    baseline: counted(['organisation', 'profession', 'grade', 'stage'], employees.map(partOf)),
    characteristics: counted(
      ['question', 'answer'],
      employees.flatMap((employee) => answersOf(size.seed, employee)),
    ),
  };
}

function partOf({ organisation, shape, grade, rank }: Employee): readonly string[] {
  return [organisation.name, shape.profession, grade, STAGES[rank]!];
}

function answersOf(seed: string, { id, shape, rank }: Employee): (readonly string[])[] {
  return Object.entries(inventCharacteristics(seed, id, shape.group, rank));
}

/** How often each row occurs, in the order of their words. */
function counted(headings: readonly string[], rows: readonly (readonly string[])[]): string[][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const key = JSON.stringify(row);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [
    [...headings, 'headcount'],
    ...[...counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, count]) => [...(JSON.parse(key) as string[]), String(count)]),
  ];
}
