import { InputRefused } from '@evenhand/kernel';
import { choicesOf, EQUALITY_QUESTION_CODES, type EqualityQuestionCode } from './equality-questions';

/** Codes of answers by question. A question that is not there was not answered. */
export type EqualityAnswers = Readonly<Partial<Record<EqualityQuestionCode, string>>>;

/**
 * What somebody said about being counted: that their answers may be kept and counted, or that they object, and are not
 * to be asked. Who said neither has no record.
 */
export type EqualityRecord =
  | { readonly kind: 'consented'; readonly since: Date; readonly answers: EqualityAnswers }
  | { readonly kind: 'objected'; readonly since: Date };

/** @throws InputRefused which repeats no answer: a refusal is logged and shown, and an answer must not be */
export function refuseUnknownAnswers(answers: EqualityAnswers): void {
  InputRefused.ifAny(
    EQUALITY_QUESTION_CODES.flatMap((question) => {
      const [answer, known] = [answers[question], choicesOf(question)];
      return answer === undefined || known.includes(answer)
        ? []
        : [`answers.${question}: it must be one of ${known.join(', ')}`];
    }),
  );
}
