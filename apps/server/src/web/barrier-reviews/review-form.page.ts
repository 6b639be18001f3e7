import {
  ANSWER_STANDINGS,
  BARRIER_STRENGTHS,
  type BarrierAction,
  type BarrierAnswer,
  type BarrierJudgement,
  type BarrierReview,
} from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import { type Barrier, type BarrierQuestion, healthAndCare } from '@evenhand/taxonomy';
import { type Filled, type FormFault, shownFaults } from '../forms/form-faults';
import { inBritain } from '../in-britain';
import { SETTLED } from './review-forms';
import { ACTIONS, barrierTitle, reviewAddress, STANDINGS, STRENGTHS } from './review-in-words';
import { saidBy } from './review.page';

/** A field of a form, as the template draws it. */
interface FieldShown {
  readonly kind: 'radios' | 'select' | 'words' | 'line' | 'day';
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  /** Of a choice. */
  readonly items?: readonly object[];
  /** Of a day, as it was filled in. */
  readonly parts?: readonly object[];
}

/** A form on one thing of a review. */
interface FormShown {
  readonly heading: string;
  readonly about?: string;
  readonly examples?: readonly string[];
  readonly fields: readonly FieldShown[];
  readonly address: string;
  readonly back: string;
  readonly send: string;
  /** Why there is nothing to fill in. */
  readonly bar?: string;
  /** When what stands there was said, as the page was opened: whoever sends the form has seen that, and nothing later. */
  readonly seen?: string;
  /** What stands there since, told to whoever has not seen it. */
  readonly now?: {
    readonly said: string;
    readonly standing: string;
    readonly answer?: string;
    readonly evidence: string;
  };
}

const COMPLETED =
  'The review is completed, and what was said in it stays as it is. The next review is begun by your organisation.';
/** What somebody is told who sends what would replace words that they have not seen. */
export const SAID_SINCE =
  'Somebody has said something to this since you opened the page: read it below, and send yours again if it is to stand instead';

/** Where a lead answers a question. @param isStale whether somebody answered since the page was opened */
export function answerFormPage(
  review: BarrierReview,
  { code, title, examples }: BarrierQuestion,
  { filled, faults, isStale = false }: Filling = {},
): WebPage {
  const given = review.answers.find(({ question }) => question === code);
  const values = filled ?? { ...given };
  return formPage(
    {
      ...{ heading: title, examples, back: reviewAddress(review.id), send: 'Keep the answer' },
      address: `${reviewAddress(review.id)}/questions/${code}`,
      fields: [
        choiceOf('radios', 'standing', 'How far is your organisation?', {
          items: ANSWER_STANDINGS.map((value) => ({ value, text: STANDINGS[value] })),
          value: valueOf(values, 'standing'),
        }),
        wordsOf('answer', 'What it does', valueOf(values, 'answer')),
        wordsOf('evidence', 'What shows it', valueOf(values, 'evidence'), 'Name nobody.'),
      ],
      ...(review.state === 'completed' ? { bar: COMPLETED } : {}),
      seen: seenOf(given),
      ...(isStale && given !== undefined
        ? {
            now: {
              said: saidBy(given.answeredBy, given.answeredAt),
              ...{ standing: STANDINGS[given.standing], answer: given.answer, evidence: given.evidence },
            },
          }
        : {}),
    },
    faults,
  );
}

/** Where a lead judges a barrier. @param isStale as of {@link answerFormPage} */
export function judgementFormPage(
  review: BarrierReview,
  { code, title, description }: Barrier,
  { filled, faults, isStale = false }: Filling = {},
): WebPage {
  const given = review.judgements.find(({ barrier }) => barrier === code);
  const values = filled ?? { ...given };
  return formPage(
    {
      ...{ heading: title, about: description, back: reviewAddress(review.id), send: 'Keep the judgement' },
      address: `${reviewAddress(review.id)}/barriers/${code}`,
      fields: [
        choiceOf('radios', 'strength', 'How much of it do people meet?', {
          items: BARRIER_STRENGTHS.map((value) => ({ value, text: STRENGTHS[value] })),
          value: valueOf(values, 'strength'),
        }),
        wordsOf('evidence', 'What shows it', valueOf(values, 'evidence'), 'Name nobody.'),
      ],
      ...(review.state === 'completed' ? { bar: COMPLETED } : {}),
      seen: seenOf(given),
      ...(isStale && given !== undefined
        ? {
            now: {
              said: saidBy(given.judgedBy, given.judgedAt),
              ...{ standing: STRENGTHS[given.strength], evidence: given.evidence },
            },
          }
        : {}),
    },
    faults,
  );
}

/** Where a lead says what is to be done about a barrier. */
export function actionFormPage(review: BarrierReview, { filled = {}, faults }: Filling = {}): WebPage {
  const part = (name: string, label: string, width: number) => ({
    ...{ name, label, width, value: filled[`due[${name}]`] ?? '' },
  });
  const items = healthAndCare.content.barriers.map(({ code, title }) => ({ value: code, text: title }));
  const due: FieldShown = {
    ...{ name: 'due', label: 'By when?', hint: 'For example, 27 3 2027' },
    kind: 'day',
    parts: [part('day', 'Day', 2), part('month', 'Month', 2), part('year', 'Year', 4)],
  };
  return formPage(
    {
      ...{ heading: 'What is to be done about a barrier?', send: 'Add the action' },
      ...{ back: reviewAddress(review.id), address: `${reviewAddress(review.id)}/actions/new` },
      fields: [
        choiceOf('select', 'barrier', 'Which barrier is it about?', {
          items: [{ value: '', text: 'Choose a barrier' }, ...items],
          value: filled['barrier'],
        }),
        lineOf('what', 'What is to be done?', filled['what']),
        lineOf(
          'owner',
          'Which post answers for it?',
          filled['owner'],
          'Whoever holds it then: name a post and nobody.',
        ),
        due,
      ],
    },
    faults,
  );
}

/** Where a lead says what became of an action. */
export function outcomeFormPage(
  review: BarrierReview,
  { id, what, barrier, owner, due, state }: BarrierAction,
  { filled = {}, faults }: Filling = {},
): WebPage {
  return formPage(
    {
      ...{ heading: 'What became of this action?', send: 'Keep what became of it' },
      about: `${what}\n${barrierTitle(barrier)}. ${owner}, by ${inBritain(new Date(due))}.`,
      ...{ back: reviewAddress(review.id), address: `${reviewAddress(review.id)}/actions/${id}` },
      fields: [
        choiceOf('radios', 'state', 'Was it done?', {
          items: SETTLED.map((value) => ({ value, text: ACTIONS[value] })),
          value: filled['state'],
        }),
        wordsOf('outcome', 'What came of it, or why it was dropped', filled['outcome'] ?? ''),
      ],
      ...(state === 'open' ? {} : { bar: 'What became of this action is said already.' }),
    },
    faults,
  );
}

/** What somebody sent, and what is wrong with it. */
export interface Filling {
  readonly filled?: Filled;
  readonly faults?: readonly FormFault[];
  readonly isStale?: boolean;
}

/** When something was said, as a form carries it; empty where nothing was. */
export function seenOf(given: BarrierAnswer | BarrierJudgement | undefined): string {
  if (given === undefined) return '';
  return ('answeredAt' in given ? given.answeredAt : given.judgedAt).toISOString();
}

function formPage(shown: FormShown, faults: readonly FormFault[] = []): WebPage {
  const { heading } = shown;
  return {
    title: faults.length === 0 ? heading : `Error: ${heading}`,
    template: 'review-form.njk',
    view: { ...shown, ...shownFaults(faults) },
  };
}

function choiceOf(
  kind: 'radios' | 'select',
  name: string,
  label: string,
  {
    items,
    value,
  }: { readonly items: readonly { readonly value: string }[]; readonly value: string | undefined },
): FieldShown {
  const chosen = kind === 'radios' ? 'checked' : 'selected';
  return { kind, name, label, items: items.map((item) => ({ ...item, [chosen]: item.value === value })) };
}

function wordsOf(name: string, label: string, value: string, hint?: string): FieldShown {
  return { kind: 'words', name, label, value, ...(hint === undefined ? {} : { hint }) };
}

function lineOf(name: string, label: string, value = '', hint?: string): FieldShown {
  return { kind: 'line', name, label, value, ...(hint === undefined ? {} : { hint }) };
}

function valueOf(values: object, name: string): string {
  const value = (values as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : '';
}
