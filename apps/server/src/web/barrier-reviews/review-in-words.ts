import type {
  AnswerStanding,
  BarrierActionState,
  BarrierReview,
  BarrierStrength,
  Direction,
} from '@evenhand/equity';
import { healthAndCare } from '@evenhand/taxonomy';
import { ROLES_IN_WORDS } from '../account/roles-in-words';

/** How far an organisation is with what a question asks. */
export const STANDINGS: Readonly<Record<AnswerStanding, string>> = {
  not_begun: 'Not begun',
  under_way: 'Under way',
  in_place: 'In place',
};

/** How much of a barrier people meet. */
export const STRENGTHS: Readonly<Record<BarrierStrength, string>> = {
  none: 'None of it',
  some: 'Some of it',
  strong: 'It is strong',
};

/** What became of an action. */
export const ACTIONS: Readonly<Record<BarrierActionState, string>> = {
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
};

/** Which way something went. */
export const DIRECTIONS: Readonly<Record<Direction, string>> = {
  better: 'Better',
  same: 'The same',
  worse: 'Worse',
};

const LEADS: Readonly<Record<string, string>> = {
  executive_lead: 'the executive lead',
  non_executive_lead: 'the non-executive lead',
};

/** As what somebody spoke for an organisation; undefined where it was not kept. */
export function spokenBy(spokeAs: string | undefined): string | undefined {
  if (spokeAs === undefined) return undefined;
  const role = Object.entries(ROLES_IN_WORDS).find(([code]) => code === spokeAs)?.[1].title;
  return LEADS[spokeAs] ?? role ?? spokeAs;
}

/** Title of a barrier of the catalogue. */
export function barrierTitle(code: string): string {
  return healthAndCare.content.barriers.find((barrier) => barrier.code === code)?.title ?? code;
}

/** How much of a review is done, and how many actions are open. */
export function progressOf({ answers, judgements, actions }: BarrierReview): string {
  const { barrierQuestions, barriers } = healthAndCare.content;
  const open = actions.filter(({ state }) => state === 'open').length;
  return (
    `${answers.length} of ${barrierQuestions.length} questions answered, ` +
    `${judgements.length} of ${barriers.length} barriers judged, ` +
    `${open} ${open === 1 ? 'action' : 'actions'} open`
  );
}

/** Where somebody reads a review that they lead. */
export function reviewAddress(id: string): string {
  return `/led-barrier-reviews/${id}`;
}
