import { InputRefused } from '@evenhand/kernel';
import type { Table } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import { choicesOf, EQUALITY_QUESTION_CODES, type EqualityQuestionCode } from '../answers/equality-questions';
import {
  type Baseline,
  type BaselineCharacteristic,
  type BaselinePart,
  MOST_PEOPLE,
  peopleIn,
} from './baseline';
import { BaselineSheet } from './baseline-sheet';
import { type StatedTotal, totalProblems } from './stated-totals';

/** Whom a file may name, beside the catalogue. */
export interface BaselineContext {
  readonly catalogue: Catalogue;
  /** Id by name or ODS code in small letters. */
  readonly organisations: ReadonlyMap<string, string>;
  /** What the baseline before says by characteristic: it holds on where nothing else is handed in. */
  readonly characteristics?: readonly BaselineCharacteristic[];
}

const MAIN_COLUMNS = {
  organisation: ['organisation', 'org', 'org_name', 'organisation_name', 'ods_code', 'employer', 'trust'],
  profession: ['profession', 'job_role', 'role', 'occupation'],
  staffGroup: ['staff_group'],
  grade: ['grade', 'pay_band', 'payband', 'pay_grade', 'band', 'pay_scale'],
  stage: ['stage', 'career_stage', 'leadership_stage'],
  people: ['headcount', 'head_count', 'people', 'count', 'employees', 'number'],
} as const;

const CHARACTERISTIC_COLUMNS = {
  question: ['question', 'characteristic'],
  answer: ['answer', 'category', 'value'],
  people: MAIN_COLUMNS.people,
} as const;

/** In place of a value: this row states the total over everything that the column could say. */
const TOTAL = /^(?:grand\s+)?(?:sub)?total$|^all$/i;

/**
 * Reads counts of the workforce. Headings may be those of the Electronic Staff Record. A cell that says `Total` makes its
 * row a stated total, which the rows under it must add up to.
 *
 * @param characteristics counts by equality question and answer; each question must add up to the workforce. Absent, those
 *   of before stay, as long as they do so too; a table of headings alone takes them away
 * @throws InputRefused with every fault of both tables by row and column
 */
export function readBaseline(
  table: Table,
  characteristics: Table | undefined,
  context: BaselineContext,
): Baseline {
  const problems: string[] = [];
  const { parts, totals } = readParts(table, context, problems);
  const kept = characteristics === undefined ? (context.characteristics ?? []) : [];
  const said = characteristics === undefined ? kept : readCharacteristics(characteristics, problems);
  InputRefused.ifAny(problems);
  InputRefused.ifAny([
    ...(peopleIn(parts) === 0
      ? [`${table.name}: it counts nobody, and nothing can be measured against that`]
      : []),
    ...(peopleIn(parts) > MOST_PEOPLE
      ? [`${table.name}: it counts ${peopleIn(parts)} people in all; at most ${MOST_PEOPLE} can be counted`]
      : []),
    ...totalProblems(table.name, totals, parts),
    ...(characteristics === undefined ? [] : questionProblems(characteristics.name, said, peopleIn(parts))),
    ...keptProblems(kept, peopleIn(parts)),
  ]);
  return { parts: parts.filter(({ people }) => people > 0), characteristics: said };
}

function readParts(
  table: Table,
  { catalogue, organisations }: BaselineContext,
  problems: string[],
): { readonly parts: readonly BaselinePart[]; readonly totals: readonly StatedTotal[] } {
  const sheet = new BaselineSheet(table, MAIN_COLUMNS, ['profession', 'people'], problems);
  const parts: BaselinePart[] = [];
  const totals: StatedTotal[] = [];
  const seen = new Map<string, number>();
  const stands = new Map<string, number>();
  for (const row of sheet.rows) {
    const told = problems.length;
    const isTotal = ['organisation', 'profession', 'grade', 'stage'].some((column) =>
      TOTAL.test(row.cell(column as keyof typeof MAIN_COLUMNS)),
    );
    const value = (
      column: 'organisation' | 'profession' | 'grade' | 'stage',
      find: (label: string) => string | undefined,
    ) => (TOTAL.test(row.cell(column)) ? undefined : row.value(column, find));
    const of = {
      organisationId: value('organisation', (label) => organisations.get(label.toLowerCase())),
      profession: value('profession', (label) => catalogue.profession(label)?.code),
      grade: value('grade', (label) => catalogue.grade(label)?.code),
      stage: value('stage', (label) => catalogue.stage(label)?.code),
    };
    row.value('staffGroup', (label) => catalogue.staffGroup(label)?.code);
    const people = row.count('people');
    // What a row with a fault is the same as, or adds up to, nobody can tell.
    if (people === undefined || problems.length > told) continue;
    const stated = withoutUndefined(of);
    const key = JSON.stringify(stated);
    if (isTotal) {
      const earlier = stands.get(key);
      if (earlier !== undefined) row.refuse('people', `the same total as row ${earlier}: each stands once`);
      else stands.set(key, row.number);
      totals.push({ row: row.number, of: stated, people });
      continue;
    }
    if (of.profession === undefined) {
      row.refuseBlank('profession');
      continue;
    }
    if (seen.has(key)) row.refuse('profession', `the same as row ${seen.get(key)!}: each part stands once`);
    seen.set(key, row.number);
    parts.push({ ...stated, profession: of.profession, people });
  }
  return { parts, totals };
}

function readCharacteristics(table: Table, problems: string[]): readonly BaselineCharacteristic[] {
  const sheet = new BaselineSheet(table, CHARACTERISTIC_COLUMNS, ['question', 'answer', 'people'], problems);
  const seen = new Map<string, number>();
  return sheet.rows.flatMap((row) => {
    const question = row.value('question', (label) =>
      EQUALITY_QUESTION_CODES.find((code) => code === label.toLowerCase().replaceAll(' ', '_')),
    );
    const people = row.count('people');
    if (question === undefined) row.refuseBlank('question');
    if (question === undefined || people === undefined) return [];
    const known = choicesOf(question as EqualityQuestionCode);
    const answer = row.cell('answer').toLowerCase().replaceAll(' ', '_');
    if (!known.includes(answer)) {
      row.refuse('answer', `it must be one of ${known.join(', ')}`);
      return [];
    }
    const key = `${question} ${answer}`;
    if (seen.has(key)) row.refuse('answer', `the same as row ${seen.get(key)!}: each answer stands once`);
    seen.set(key, row.number);
    return [{ question, answer, people }];
  });
}

function questionProblems(
  name: string,
  said: readonly BaselineCharacteristic[],
  workforce: number,
): readonly string[] {
  return [...new Set(said.map(({ question }) => question))].flatMap((question) => {
    const sum = peopleIn(said.filter((each) => each.question === question));
    return sum === workforce
      ? []
      : [`${name}: ${question}: its answers add up to ${sum}, and the workforce to ${workforce}`];
  });
}

/** Of what is kept no count is told, and no question named: whoever hands in the workforce may not read them. */
function keptProblems(kept: readonly BaselineCharacteristic[], workforce: number): readonly string[] {
  return questionProblems('', kept, workforce).length === 0
    ? []
    : [
        `characteristics: none are handed in, and those that the baseline has are of another number of people than the ` +
          `workforce, ${workforce}: hand in new ones, or their headings alone to be without them`,
      ];
}

function withoutUndefined<Members extends object>(
  members: Members,
): { [Key in keyof Members]?: NonNullable<Members[Key]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Members]?: NonNullable<Members[Key]>;
  };
}
