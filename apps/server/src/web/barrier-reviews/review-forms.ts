import {
  ANSWER_STANDINGS,
  type AnswerStanding,
  BARRIER_STRENGTHS,
  type BarrierStrength,
} from '@evenhand/equity';
import { isDay } from '@evenhand/kernel';
import { text } from '../../http/fields/field-kind';
import type { Filled, FormFault } from '../forms/form-faults';

/** What somebody filled in, or what is wrong with it. */
export type Read<Said> = { readonly said: Said } | { readonly faults: readonly FormFault[] };

/** Fields of the form on a question, in their order, as of every form below. */
export const ANSWER_FIELDS = ['standing', 'answer', 'evidence'] as const;
export const JUDGEMENT_FIELDS = ['strength', 'evidence'] as const;
export const ACTION_FIELDS = ['barrier', 'what', 'owner', 'due-day'] as const;
export const OUTCOME_FIELDS = ['state', 'outcome'] as const;

/** How an action can end. */
export const SETTLED = ['done', 'dropped'] as const;

const WORDS = text({ max: 2000, lines: true });
const WHAT = text({ max: 500 });
const OWNER = text({ max: 200 });

/** Reads what leads say to a question. */
export function readAnswer(
  filled: Filled,
): Read<{ readonly standing: AnswerStanding; readonly answer: string; readonly evidence: string }> {
  const standing = chosen(ANSWER_STANDINGS, filled['standing']);
  const [answer, evidence] = [wordsIn(filled, 'answer'), wordsIn(filled, 'evidence')];
  const faults = [
    ...(standing === undefined ? [fault('standing', 'Choose how far your organisation is')] : []),
    ...faultsIn('answer', answer, WORDS, 'Say what your organisation does', 'What you say'),
    ...faultsIn('evidence', evidence, WORDS, 'Say what shows it', 'What shows it'),
  ];
  return faults.length > 0 ? { faults } : { said: { standing: standing!, answer, evidence } };
}

/** Reads how strong leads hold a barrier to be. */
export function readJudgement(
  filled: Filled,
): Read<{ readonly strength: BarrierStrength; readonly evidence: string }> {
  const strength = chosen(BARRIER_STRENGTHS, filled['strength']);
  const evidence = wordsIn(filled, 'evidence');
  const faults = [
    ...(strength === undefined ? [fault('strength', 'Choose how much of it people meet')] : []),
    ...faultsIn('evidence', evidence, WORDS, 'Say what shows it', 'What shows it'),
  ];
  return faults.length > 0 ? { faults } : { said: { strength: strength!, evidence } };
}

/** Reads what is to be done about a barrier. @param barriers codes of the catalogue */
export function readAction(
  filled: Filled,
  barriers: readonly string[],
): Read<{ readonly barrier: string; readonly what: string; readonly owner: string; readonly due: string }> {
  const barrier = chosen(barriers, filled['barrier']);
  const [what, owner] = [wordsIn(filled, 'what'), wordsIn(filled, 'owner')];
  const due = dayIn(filled);
  const faults = [
    ...(barrier === undefined ? [fault('barrier', 'Choose the barrier that it is about')] : []),
    ...faultsIn('what', what, WHAT, 'Say what is to be done', 'What is to be done'),
    ...faultsIn('owner', owner, OWNER, 'Name the post that answers for it', 'The post'),
    ...(due === undefined ? [fault('due-day', 'Give a day of the calendar, as 27 3 2027')] : []),
  ];
  return faults.length > 0 ? { faults } : { said: { barrier: barrier!, what, owner, due: due! } };
}

/** Reads what became of an action. */
export function readOutcome(
  filled: Filled,
): Read<{ readonly state: (typeof SETTLED)[number]; readonly outcome: string }> {
  const state = chosen(SETTLED, filled['state']);
  const outcome = wordsIn(filled, 'outcome');
  const faults = [
    ...(state === undefined ? [fault('state', 'Choose whether it was done')] : []),
    ...faultsIn('outcome', outcome, WORDS, 'Say what came of it', 'What came of it'),
  ];
  return faults.length > 0 ? { faults } : { said: { state: state!, outcome } };
}

function chosen<Value extends string>(
  values: readonly Value[],
  value: string | undefined,
): Value | undefined {
  return values.find((one) => one === value);
}

/** Browsers send lines as forms do of old. */
function wordsIn(filled: Filled, field: string): string {
  return (filled[field] ?? '').replaceAll('\r\n', '\n').trim();
}

/** `YYYY-MM-DD`; undefined where there is no such day. */
function dayIn(filled: Filled): string | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map((part) => wordsIn(filled, `due[${part}]`));
  const whole = `${year!.padStart(4, '0')}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return year!.length === 4 && isDay(whole) ? whole : undefined;
}

function fault(field: string, told: string): FormFault {
  return { field, text: told };
}

function faultsIn(
  field: string,
  words: string,
  kind: typeof WORDS,
  missing: string,
  name: string,
): readonly FormFault[] {
  if (words === '') return [fault(field, missing)];
  const wrong = kind.faultOf(words);
  return wrong === undefined ? [] : [fault(field, `${name} ${wrong}`)];
}
