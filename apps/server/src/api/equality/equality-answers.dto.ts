import {
  choicesOf,
  EQUALITY_QUESTION_CODES,
  EQUALITY_QUESTIONS,
  type EqualityQuestionCode,
  type EqualityRecord,
} from '@evenhand/equity';
import {
  ChoiceField,
  CodeField,
  FlagField,
  ListField,
  ObjectField,
  TextField,
  TimeField,
  UuidField,
} from '../../http/fields/fields';

/** In which programme. */
export class OwnProgrammeQuery {
  @UuidField({
    description: 'The programme; it may be left out by whoever is somebody in one alone.',
    optional: true,
  })
  programme?: string;
}

const AnswerField = (question: EqualityQuestionCode) =>
  ChoiceField(choicesOf(question), { description: 'Absent where it is not answered.', optional: true });

/** An answer to each question, or to some. */
export class EqualityAnswersDto {
  @AnswerField('sex')
  sex?: string;

  @AnswerField('ethnicity')
  ethnicity?: string;

  @AnswerField('disability')
  disability?: string;

  @AnswerField('age_band')
  age_band?: string;

  @AnswerField('sexual_orientation')
  sexual_orientation?: string;

  @AnswerField('religion')
  religion?: string;
}

/** What somebody says of themselves. */
export class EqualityAnswersBody {
  @FlagField({
    description:
      'Whether the answers may be kept, for counting and for nothing else. Only true is taken; whoever withdraws it deletes them.',
  })
  consent!: boolean;

  @ObjectField(() => EqualityAnswersDto, { description: 'The answers, in place of those given before.' })
  answers!: EqualityAnswersDto;
}

/** An answer that a question can be given. */
export class EqualityChoiceAnswer {
  @CodeField({ description: 'Its code.' })
  code!: string;

  @TextField({ description: 'Its words.', max: 200 })
  title!: string;
}

/** A question. */
export class EqualityQuestionAnswer {
  @ChoiceField(EQUALITY_QUESTION_CODES, { description: 'Its code.' })
  code!: EqualityQuestionCode;

  @TextField({ description: 'Its words.', max: 200 })
  title!: string;

  @ListField(() => EqualityChoiceAnswer, { description: 'The answers there are.', max: 20 })
  choices!: readonly EqualityChoiceAnswer[];

  @TextField({ description: 'Whose categories these are.', max: 200 })
  source!: string;
}

const STANDINGS = ['not_asked', 'consented', 'objected'] as const;

/** What the caller said of themselves. */
export class EqualityRecordAnswer {
  @ChoiceField(STANDINGS, {
    description: 'Whether they consented to be counted, or object; who objects is not asked again.',
  })
  standing!: (typeof STANDINGS)[number];

  @TimeField({ description: 'Since when that holds; absent where they said neither.', optional: true })
  since?: string;

  @ObjectField(() => EqualityAnswersDto, { description: 'The answers that are kept.' })
  answers!: EqualityAnswersDto;

  @ListField(() => EqualityQuestionAnswer, {
    description: 'The questions there are; none for whoever objects.',
    max: 20,
  })
  questions!: readonly EqualityQuestionAnswer[];
}

/** Shows a record to the person whose it is. */
export function equalityRecordAnswer(record: EqualityRecord | undefined): EqualityRecordAnswer {
  return {
    standing: record?.kind ?? 'not_asked',
    ...(record === undefined ? {} : { since: record.since.toISOString() }),
    answers: record?.kind === 'consented' ? record.answers : {},
    questions: record?.kind === 'objected' ? [] : EQUALITY_QUESTIONS,
  };
}
