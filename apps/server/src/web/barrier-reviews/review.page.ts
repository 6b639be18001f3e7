import type {
  BarrierAction,
  BarrierAnswer,
  BarrierChange,
  BarrierJudgement,
  BarrierReview,
  PublishedCeilings,
} from '@evenhand/equity';
import type { WebPage } from '@evenhand/pages';
import { healthAndCare } from '@evenhand/taxonomy';
import { inBritain } from '../in-britain';
import {
  ACTIONS,
  barrierTitle,
  DIRECTIONS,
  progressOf,
  reviewAddress,
  spokenBy,
  STANDINGS,
  STRENGTHS,
} from './review-in-words';

/** A review as one of its leads sees it. */
export interface ReviewShown {
  readonly organisation: string;
  readonly review: BarrierReview;
  /** Person ids of whoever looks. */
  readonly personIds: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Since the review that it follows; absent where it follows none, or one that others lead. */
  readonly change?: BarrierChange;
  /** As the last published report of the programme says; absent where none was published. */
  readonly ceilings?: PublishedCeilings;
}

/** A review: what was answered, judged and done, and where each can be changed. */
export function reviewPage({
  organisation,
  review,
  personIds,
  today,
  change,
  ceilings,
}: ReviewShown): WebPage {
  const { executiveLead, nonExecutiveLead, completedAt, begunAt } = review;
  const isExecutive = executiveLead !== undefined && personIds.includes(executiveLead);
  const other = isExecutive ? nonExecutiveLead : executiveLead;
  return {
    title: `Barrier review: ${organisation}`,
    template: 'barrier-review.njk',
    view: {
      standing:
        completedAt === undefined
          ? `Begun on ${inBritain(begunAt)}, and not completed`
          : `Completed on ${inBritain(completedAt)}: its answers stay as they are, and what is done goes on`,
      progress: progressOf(review),
      lead: isExecutive ? 'executive' : 'non-executive',
      other: other === undefined ? 'not named yet' : 'named too',
      isOpen: completedAt === undefined,
      themes: themesOf(review),
      actions: review.actions.map((action) => actionView(review, action, today)),
      newAction: `${reviewAddress(review.id)}/actions/new`,
      change: change && changeView(change),
      ceilings: ceilings && {
        ...{ sentence: ceilings.sentence, report: `/equity/${ceilings.snapshotId}` },
        ...{ publishedOn: inBritain(ceilings.publishedAt), countedOn: inBritain(ceilings.countedAt) },
        stops: ceilings.groups.flatMap(({ group, stopsAt }) =>
          stopsAt === undefined ? [] : [{ group, stopsAt }],
        ),
      },
    },
  };
}

/** Questions and barriers, theme by theme as the catalogue has them. */
function themesOf(review: BarrierReview) {
  const { barrierThemes, barrierQuestions, barriers } = healthAndCare.content;
  const address = reviewAddress(review.id);
  return barrierThemes.map((theme) => ({
    title: theme.title,
    questions: barrierQuestions
      .filter((question) => question.theme === theme.code)
      .map(({ code, title }) => ({
        ...{ title, address: `${address}/questions/${code}` },
        ...answerView(review.answers.find(({ question }) => question === code)),
      })),
    barriers: barriers
      .filter((barrier) => barrier.theme === theme.code)
      .map(({ code, title }) => ({
        ...{ title, address: `${address}/barriers/${code}` },
        ...judgementView(review.judgements.find(({ barrier }) => barrier === code)),
      })),
  }));
}

function answerView(given: BarrierAnswer | undefined) {
  if (given === undefined) return {};
  const { standing, answer, evidence, answeredBy, answeredAt } = given;
  return {
    ...{ standing: STANDINGS[standing], answer, evidence },
    said: saidBy(answeredBy, answeredAt),
  };
}

function judgementView(given: BarrierJudgement | undefined) {
  if (given === undefined) return {};
  const { strength, evidence, judgedBy, judgedAt } = given;
  return { ...{ standing: STRENGTHS[strength], evidence }, said: saidBy(judgedBy, judgedAt) };
}

/** By whom something was said, where that was kept, and when. */
export function saidBy(spokeAs: string | undefined, at: Date): string {
  const by = spokenBy(spokeAs);
  return by === undefined ? `Said on ${inBritain(at)}` : `Said by ${by} on ${inBritain(at)}`;
}

function actionView({ id }: BarrierReview, action: BarrierAction, today: string) {
  const { what, barrier, owner, due, state, outcome, settledAt } = action;
  const isOpen = state === 'open';
  return {
    ...{ what, owner, outcome, barrier: barrierTitle(barrier), due: inBritain(new Date(due)) },
    state:
      settledAt === undefined
        ? `${ACTIONS[state]}${isOpen && due < today ? ', and late' : ''}`
        : `${ACTIONS[state]} on ${inBritain(settledAt)}`,
    ...(isOpen ? { address: `${reviewAddress(id)}/actions/${action.id}` } : {}),
  };
}

function changeView({ questions, barriers, actions }: BarrierChange) {
  const { barrierQuestions } = healthAndCare.content;
  const titleOf = (code: string) =>
    barrierQuestions.find((question) => question.code === code)?.title ?? code;
  const { done, dropped, open } = actions;
  return {
    actions: `Of the actions before, ${done} were done, ${dropped} dropped, and ${open} are open.`,
    rows: [
      ...questions.map(({ code, before, after, direction }) => ({
        ...{ title: titleOf(code), before: STANDINGS[before], after: STANDINGS[after] },
        direction: DIRECTIONS[direction],
      })),
      ...barriers.map(({ code, before, after, direction }) => ({
        ...{ title: barrierTitle(code), before: STRENGTHS[before], after: STRENGTHS[after] },
        direction: DIRECTIONS[direction],
      })),
    ],
  };
}
