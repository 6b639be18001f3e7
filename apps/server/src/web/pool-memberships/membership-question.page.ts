import type { WebPage } from '@evenhand/pages';
import { text } from '../../http/fields/field-kind';
import { type Filled, type FormFault, shownFaults } from '../forms/form-faults';
import type { MembershipQuestion } from './membership-questions';

/** What somebody is asked of a pool: of what they are to it, or whether they want to come to it. */
export type PoolQuestion = MembershipQuestion | 'application';

/** A question as it is put to somebody. */
export interface QuestionShown {
  readonly question: PoolQuestion;
  /** Title of the pool. */
  readonly pool: string;
  /** Where the answer is sent. */
  readonly address: string;
  /** Where they came from. */
  readonly back: string;
  /** Whether it can be answered, as things stand. */
  readonly isOpen: boolean;
}

/** The words of a question. */
interface Words {
  readonly heading: string;
  /** What follows from the answer. */
  readonly hint: string;
  readonly button: string;
  /** Why there is nothing to answer. */
  readonly bar: string;
  /** The words that go with the answer. */
  readonly words: { readonly name: string; readonly label: string; readonly hint: string };
}

const NOBODY_HAS_TO_SAY = 'Nobody has to say why.';
const WORDS: Readonly<Record<PoolQuestion, Words>> = {
  answer: {
    heading: 'Do you want to be considered for this pool?',
    hint: 'Before you say yes, the talent board does not learn that you were nominated. Whoever put you forward is not told what you say.',
    button: 'Send your answer',
    bar: 'There is nothing to answer here, or you have answered already.',
    words: {
      name: 'note',
      label: 'Why you do not want to',
      hint: `Leave it empty where you do. ${NOBODY_HAS_TO_SAY}`,
    },
  },
  leaving: {
    heading: 'Do you want to leave this pool?',
    hint: 'You are considered for no post through it any more. What was decided stays on record.',
    button: 'Leave',
    bar: 'You are not in the pool or on the way to it, or have left already.',
    words: { name: 'reason', label: 'Why you leave', hint: NOBODY_HAS_TO_SAY },
  },
  review: {
    heading: 'Is somebody else to look at the decision again?',
    hint: 'Somebody who did not make it looks at it, and you read here what they find. Where it does not hold, you are assessed and decided on anew.',
    button: 'Ask for another look',
    bar: 'There is no decision that somebody could look at again, or you have asked already.',
    words: { name: 'reason', label: 'What you think of the decision', hint: NOBODY_HAS_TO_SAY },
  },
  application: {
    heading: 'Do you want to be considered for this pool?',
    hint: 'The talent board learns who you are, and looks at you by what the pool asks. You can leave at any time.',
    button: 'Ask to be considered',
    bar: 'People do not ask for this pool themselves, or it is closed.',
    words: { name: 'reason', label: 'Why you', hint: 'What you have done, in your own words.' },
  },
};

/** What somebody said, or what is wrong with it. */
export type QuestionFilled =
  | { readonly said: { readonly yes: boolean; readonly words?: string } }
  | { readonly faults: readonly FormFault[] };

/** The fields of a question, in their order. */
export function fieldsOf(question: PoolQuestion): readonly [string, ...string[]] {
  const { name } = WORDS[question].words;
  return question === 'answer' ? ['answer', name] : [name];
}

/** Where somebody answers. @param faults of what they filled in before */
export function membershipQuestionPage(
  { question, pool, address, back, isOpen }: QuestionShown,
  filled: Filled = {},
  faults: readonly FormFault[] = [],
): WebPage {
  const { heading, hint, button, bar, words } = WORDS[question];
  const choice = (value: string, label: string) => ({
    ...{ value, text: label, checked: filled['answer'] === value },
  });
  return {
    title: faults.length === 0 ? heading : `Error: ${heading}`,
    template: 'membership-question.njk',
    view: {
      ...{ heading, hint, send: button, pool, address, back, ...shownFaults(faults) },
      bar: isOpen ? undefined : bar,
      choices:
        question === 'answer' ? [choice('yes', 'Yes, I want to'), choice('no', 'No, I do not')] : undefined,
      words: { ...words, value: filled[words.name] ?? '' },
    },
  };
}

const KIND = text({ max: 2000, lines: true });

/** Reads what was filled in. */
export function questionFilled(question: PoolQuestion, filled: Filled): QuestionFilled {
  const { name } = WORDS[question].words;
  const words = (filled[name] ?? '').replaceAll('\r\n', '\n').trim();
  const answer = filled['answer'];
  if (question === 'answer' && answer !== 'yes' && answer !== 'no') {
    return faulty('answer', 'Choose whether you want to be considered');
  }
  if (words === '') {
    return question === 'application' ? faulty(name, 'Say why you') : { said: { yes: answer !== 'no' } };
  }
  if (answer === 'yes') {
    return faulty(name, 'These words would go to nobody: take them out, or say that you do not want to');
  }
  const fault = KIND.faultOf(words);
  return fault === undefined
    ? { said: { yes: answer !== 'no', words } }
    : faulty(name, `What you say ${fault}`);
}

function faulty(field: string, fault: string): QuestionFilled {
  return { faults: [{ field, text: fault }] };
}
