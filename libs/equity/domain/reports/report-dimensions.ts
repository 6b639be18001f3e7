import type { Dimension } from '@evenhand/disclosure';
import type { CatalogueContent, Entry } from '@evenhand/taxonomy';
import {
  EQUALITY_QUESTIONS,
  type EqualityQuestionCode,
  PREFER_NOT_TO_SAY,
} from '../answers/equality-questions';
import { RANK_BANDS, SCORE_BANDS, WAITING_BANDS } from './bands';

/** The category of whoever has none: nobody is left out of a table because something was not said of them. */
export const NOT_STATED = 'not_stated';

/** Characteristics by which funnels are counted, in aggregate only. */
export const CHARACTERISTICS = [
  'sex',
  'ethnicity',
  'disability',
  'age_band',
] as const satisfies readonly EqualityQuestionCode[];
/** The code of one of them. */
export type Characteristic = (typeof CHARACTERISTICS)[number];

/**
 * Whether people of a category are a group that can be compared with others. Whoever did not answer a question, or prefers
 * not to say, is none: they have nothing in common but that.
 */
export function isGroup(dimension: string, category: string): boolean {
  return !isCharacteristic(dimension) || (category !== NOT_STATED && category !== PREFER_NOT_TO_SAY);
}

/** Whether a dimension is a characteristic that the law protects. */
export function isCharacteristic(dimension: string): dimension is Characteristic {
  return (CHARACTERISTICS as readonly string[]).includes(dimension);
}

/** What every person in scope is told apart by in a report. */
export const PERSON_DIMENSIONS = [
  'professional_group',
  'profession',
  'stage',
  'grade',
  'region',
  'organisation',
  'waiting',
  'score',
  'rank',
  'round',
] as const;
/** The code of one of them. */
export type PersonDimension = (typeof PERSON_DIMENSIONS)[number];

/** A dimension with the words for it. */
export interface ReportDimension extends Dimension {
  /** At the head of a column. */
  readonly title: string;
  /** By code of the category. */
  readonly titles: ReadonlyMap<string, string>;
}

/** What dimensions are made of beside the catalogue: of the programme. */
export interface ProgrammeParts {
  readonly organisations: readonly Entry[];
  /** The published rounds of the window, the oldest first. */
  readonly rounds: readonly Entry[];
}

/** The dimensions of a report, by code; each has {@link NOT_STATED} as its last category. */
export type ReportDimensions = Readonly<Record<PersonDimension | Characteristic, ReportDimension>>;

/** The dimensions of a report on a programme. */
export function reportDimensions(catalogue: CatalogueContent, parts: ProgrammeParts): ReportDimensions {
  const groupOf = Object.fromEntries([
    ...catalogue.professions.map(({ code, group }) => [code, group]),
    [NOT_STATED, NOT_STATED],
  ]) as Record<string, string>;
  return {
    professional_group: dimension('professional_group', 'Professional group', catalogue.professionalGroups),
    profession: {
      ...dimension('profession', 'Profession', catalogue.professions),
      within: { dimension: 'professional_group', of: groupOf },
    },
    stage: dimension('stage', 'Stage', catalogue.stages),
    grade: dimension('grade', 'Grade', catalogue.grades),
    region: dimension('region', 'Region', catalogue.regions),
    organisation: dimension('organisation', 'Organisation', parts.organisations),
    waiting: dimension(
      'waiting',
      'Waited',
      WAITING_BANDS,
      'Did not ask, or the end of the wait was not kept',
    ),
    score: dimension('score', 'Score of the match', SCORE_BANDS, 'Not matched, or the score was not kept'),
    rank: dimension(
      'rank',
      'Rank of the mentor among those eligible',
      RANK_BANDS,
      'Not matched, or the rank is not known',
    ),
    round: dimension('round', 'Matching round', parts.rounds, 'In none of these rounds'),
    sex: characteristic('sex'),
    ethnicity: characteristic('ethnicity'),
    disability: characteristic('disability'),
    age_band: characteristic('age_band'),
  };
}

const CHARACTERISTIC_TITLES: Readonly<Record<Characteristic, string>> = {
  sex: 'Sex',
  ethnicity: 'Ethnic group',
  disability: 'Disability',
  age_band: 'Age',
};

/** What an answer is called where it stands without its question: “Yes” would say nothing there. */
const GROUP_TITLES: Readonly<Partial<Record<Characteristic, Readonly<Record<string, string>>>>> = {
  disability: { yes: 'With a disability', no: 'Without a disability' },
};

function characteristic(code: Characteristic): ReportDimension {
  const { choices } = EQUALITY_QUESTIONS.find((question) => question.code === code)!;
  const groups = choices.map((choice) => ({
    code: choice.code,
    title: GROUP_TITLES[code]?.[choice.code] ?? choice.title,
  }));
  return dimension(code, CHARACTERISTIC_TITLES[code], groups, 'Did not answer');
}

function dimension(
  code: string,
  title: string,
  entries: readonly Pick<Entry, 'code' | 'title'>[],
  notStated = 'Not stated',
): ReportDimension {
  return {
    code,
    title,
    categories: [...entries.map((entry) => entry.code), NOT_STATED],
    titles: new Map([...entries.map((entry) => [entry.code, entry.title] as const), [NOT_STATED, notStated]]),
  };
}
