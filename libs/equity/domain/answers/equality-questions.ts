/** An answer that a question can be given. */
export interface EqualityChoice {
  /** Small letters, digits and underscores. */
  readonly code: string;
  readonly title: string;
}

/** A question about a characteristic that the law protects. Nobody has to answer any of them. */
export interface EqualityQuestion {
  readonly code: EqualityQuestionCode;
  readonly title: string;
  /** The last one is that somebody prefers not to say. */
  readonly choices: readonly EqualityChoice[];
  /** Whose categories these are, so that counts can be held against published ones. */
  readonly source: string;
}

/** Codes of the questions, in the order in which they are asked. */
export const EQUALITY_QUESTION_CODES = [
  'sex',
  'ethnicity',
  'disability',
  'age_band',
  'sexual_orientation',
  'religion',
] as const;
/** One of them. */
export type EqualityQuestionCode = (typeof EQUALITY_QUESTION_CODES)[number];

/** The answer that keeps the answer to oneself. */
export const PREFER_NOT_TO_SAY = 'prefer_not_to_say';

const CENSUS = 'Census 2021 of England and Wales, Office for National Statistics';

/** Every question, in the order in which they are asked. */
export const EQUALITY_QUESTIONS: readonly EqualityQuestion[] = [
  {
    code: 'sex',
    title: 'What is your sex?',
    choices: choices({ female: 'Female', male: 'Male' }),
    source: CENSUS,
  },
  {
    code: 'ethnicity',
    title: 'What is your ethnic group?',
    choices: choices({
      asian: 'Asian or Asian British',
      black: 'Black, Black British, Caribbean or African',
      mixed: 'Mixed or multiple ethnic groups',
      white: 'White',
      other: 'Another ethnic group',
    }),
    source: `${CENSUS}: its five high-level groups`,
  },
  {
    code: 'disability',
    title: 'Do you have a disability, or a condition that is expected to last for twelve months or longer?',
    choices: choices({ yes: 'Yes', no: 'No' }),
    source: 'Equality Act 2010, section 6',
  },
  {
    code: 'age_band',
    title: 'How old are you?',
    choices: choices({
      under_25: 'Under 25',
      from_25_to_34: '25 to 34',
      from_35_to_44: '35 to 44',
      from_45_to_54: '45 to 54',
      from_55_to_64: '55 to 64',
      from_65: '65 or over',
    }),
    source: 'Bands of ten years, as in NHS workforce statistics',
  },
  {
    code: 'sexual_orientation',
    title: 'Which of these describes your sexual orientation?',
    choices: choices({
      heterosexual: 'Straight or heterosexual',
      gay_or_lesbian: 'Gay or lesbian',
      bisexual: 'Bisexual',
      other: 'Another sexual orientation',
    }),
    source: CENSUS,
  },
  {
    code: 'religion',
    title: 'What is your religion?',
    choices: choices({
      none: 'No religion',
      buddhist: 'Buddhist',
      christian: 'Christian',
      hindu: 'Hindu',
      jewish: 'Jewish',
      muslim: 'Muslim',
      sikh: 'Sikh',
      other: 'Another religion',
    }),
    source: CENSUS,
  },
];

/** Codes of the answers to a question. */
export function choicesOf(question: EqualityQuestionCode): readonly string[] {
  return EQUALITY_QUESTIONS.find(({ code }) => code === question)!.choices.map(({ code }) => code);
}

function choices(titles: Readonly<Record<string, string>>): readonly EqualityChoice[] {
  return Object.entries({ ...titles, [PREFER_NOT_TO_SAY]: 'Prefer not to say' }).map(([code, title]) => ({
    code,
    title,
  }));
}
