import { Conflict, InputRefused, NotFound } from '@evenhand/kernel';

/** Where a review stands. Once it is completed its answers never change; its actions go on. */
export const BARRIER_REVIEW_STATES = ['open', 'completed'] as const;
/** The code of a review's state. */
export type BarrierReviewState = (typeof BARRIER_REVIEW_STATES)[number];

/** How far an organisation is with what a question asks, the least first. */
export const ANSWER_STANDINGS = ['not_begun', 'under_way', 'in_place'] as const;
/** The code of one of them. */
export type AnswerStanding = (typeof ANSWER_STANDINGS)[number];

/** How much of a barrier people meet, the least first. */
export const BARRIER_STRENGTHS = ['none', 'some', 'strong'] as const;
/** The code of one of them. */
export type BarrierStrength = (typeof BARRIER_STRENGTHS)[number];

/** What becomes of an action. */
export const BARRIER_ACTION_STATES = ['open', 'done', 'dropped'] as const;
/** The code of an action's state. */
export type BarrierActionState = (typeof BARRIER_ACTION_STATES)[number];

/**
 * As what somebody spoke for an organisation: as one of the two who lead the review, or by the code of the role in which they
 * wrote it down. Who they are is for the log.
 */
export type SpokeAs = string;
/** As one of the leads. */
export const LEADS = ['executive_lead', 'non_executive_lead'] as const;

/** What the organisation's leaders say to a question of the catalogue. */
export interface BarrierAnswer {
  /** Code of the question. */
  readonly question: string;
  readonly standing: AnswerStanding;
  /** 1 to 2,000 characters. */
  readonly answer: string;
  /** What shows it, 1 to 2,000 characters. */
  readonly evidence: string;
  /** Absent of answers from before it was kept. */
  readonly answeredBy?: SpokeAs;
  readonly answeredAt: Date;
}

/** How strong the organisation's leaders hold a barrier of the catalogue to be. */
export interface BarrierJudgement {
  /** Code of the barrier. */
  readonly barrier: string;
  readonly strength: BarrierStrength;
  /** What shows it, 1 to 2,000 characters. */
  readonly evidence: string;
  /** Absent of judgements from before it was kept. */
  readonly judgedBy?: SpokeAs;
  readonly judgedAt: Date;
}

/** What is to be done about a barrier. */
export interface BarrierAction {
  /** UUID. */
  readonly id: string;
  /** Code of the barrier. */
  readonly barrier: string;
  /** 1 to 500 characters. */
  readonly what: string;
  /** The post that answers for it, 1 to 200 characters: whoever holds it then. */
  readonly owner: string;
  /** `YYYY-MM-DD`. */
  readonly due: string;
  readonly state: BarrierActionState;
  /** What came of it, or why it was dropped; 1 to 2,000 characters. */
  readonly outcome?: string;
  readonly settledAt?: Date;
}

/** An organisation's look at what keeps clinical professions from leading. */
export interface BarrierReview {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly organisationId: string;
  /** The completed review of the same organisation that this one measures against. */
  readonly follows?: string;
  readonly state: BarrierReviewState;
  /**
   * Person ids of those whom the organisation names to answer for it. Whether they sit on its board is for it to say: the
   * seats of a board name nobody. Absent until named, and where they are erased.
   */
  readonly executiveLead?: string;
  readonly nonExecutiveLead?: string;
  readonly answers: readonly BarrierAnswer[];
  readonly judgements: readonly BarrierJudgement[];
  readonly actions: readonly BarrierAction[];
  readonly begunAt: Date;
  readonly completedAt?: Date;
  /** Goes up by one with each change, from 1. */
  readonly version: number;
}

/** What the catalogue asks: codes of its barriers and of its questions. */
export interface BarrierCodes {
  readonly barriers: readonly string[];
  readonly questions: readonly string[];
}

/** Who answers for a review. */
export type ReviewLeads = Pick<BarrierReview, 'executiveLead' | 'nonExecutiveLead'>;

/** Person ids of those who lead a review, and whose own it is. */
export function leadsOf({ executiveLead, nonExecutiveLead }: ReviewLeads): readonly string[] {
  return [executiveLead, nonExecutiveLead].flatMap((lead) => lead ?? []);
}

/** As what somebody speaks. @param role in which they do it where they are no lead */
export function spokeAs(
  { executiveLead, nonExecutiveLead }: BarrierReview,
  personId: string | undefined,
  role: string,
): SpokeAs {
  if (personId !== undefined && personId === executiveLead) return LEADS[0];
  return personId !== undefined && personId === nonExecutiveLead ? LEADS[1] : role;
}

/** @throws Conflict `barrier-review.completed`, InputRefused where one person is to be both */
export function nameLeads(review: BarrierReview, leads: ReviewLeads): BarrierReview {
  refuseCompleted(review);
  const { executiveLead, nonExecutiveLead } = { ...review, ...leads };
  if (executiveLead !== undefined && executiveLead === nonExecutiveLead) {
    throw new InputRefused([
      'nonExecutiveLead: the executive lead is the same person; a board names two, so that one can challenge the other',
    ]);
  }
  return { ...review, ...leads };
}

/** @throws Conflict `barrier-review.completed`, InputRefused where the catalogue has no such question */
export function answerQuestion(
  review: BarrierReview,
  answer: BarrierAnswer,
  { questions }: BarrierCodes,
): BarrierReview {
  refuseCompleted(review);
  refuseUnknown('question', answer.question, questions);
  const others = review.answers.filter(({ question }) => question !== answer.question);
  return { ...review, answers: inOrderOf(questions, [...others, answer], ({ question }) => question) };
}

/** @throws Conflict `barrier-review.completed`, InputRefused where the catalogue has no such barrier */
export function judgeBarrier(
  review: BarrierReview,
  judgement: BarrierJudgement,
  { barriers }: BarrierCodes,
): BarrierReview {
  refuseCompleted(review);
  refuseUnknown('barrier', judgement.barrier, barriers);
  const others = review.judgements.filter(({ barrier }) => barrier !== judgement.barrier);
  return { ...review, judgements: inOrderOf(barriers, [...others, judgement], ({ barrier }) => barrier) };
}

/** Actions are added to completed reviews too. @throws InputRefused where the catalogue has no such barrier */
export function addAction(
  review: BarrierReview,
  action: Pick<BarrierAction, 'id' | 'barrier' | 'what' | 'owner' | 'due'>,
  { barriers }: BarrierCodes,
): BarrierReview {
  refuseUnknown('barrier', action.barrier, barriers);
  if (review.actions.length >= MOST_ACTIONS) {
    throw new Conflict(
      'barrier-review.too-many-actions',
      `A review holds at most ${MOST_ACTIONS} actions: what has so many is a plan for nobody.`,
    );
  }
  return { ...review, actions: [...review.actions, { ...action, state: 'open' }] };
}

/** More than anybody follows through. */
export const MOST_ACTIONS = 200;

/** @throws NotFound, Conflict `barrier-review.action-settled` unless it is open */
export function settleAction(
  review: BarrierReview,
  actionId: string,
  settled: Required<Pick<BarrierAction, 'outcome' | 'settledAt'>> & {
    readonly state: Exclude<BarrierActionState, 'open'>;
  },
): BarrierReview {
  const action = review.actions.find(({ id }) => id === actionId);
  if (action === undefined) {
    throw new NotFound('action', actionId);
  }
  if (action.state !== 'open') {
    throw new Conflict('barrier-review.action-settled', `The action is ${action.state} already.`);
  }
  return {
    ...review,
    actions: review.actions.map((each) => (each === action ? { ...action, ...settled } : each)),
  };
}

/**
 * Completes a review: every question answered, every barrier judged, both leads named, and something to be done about each
 * barrier that is held to be strong.
 *
 * @throws Conflict `barrier-review.completed`, `barrier-review.incomplete` with everything that is missing
 */
export function completeReview(review: BarrierReview, codes: BarrierCodes, at: Date): BarrierReview {
  refuseCompleted(review);
  const missing = missingOf(review, codes);
  if (missing.length > 0) {
    throw new Conflict('barrier-review.incomplete', `The review still needs ${missing.join('; ')}.`);
  }
  return { ...review, state: 'completed', completedAt: at };
}

function missingOf(review: BarrierReview, { barriers, questions }: BarrierCodes): readonly string[] {
  const without = (codes: readonly string[], given: readonly string[]) =>
    codes.filter((code) => !given.includes(code));
  const answered = review.answers.map(({ question }) => question);
  const judged = review.judgements.map(({ barrier }) => barrier);
  const strong = review.judgements.filter(({ strength }) => strength === 'strong');
  const acted = review.actions.filter(({ state }) => state !== 'dropped').map(({ barrier }) => barrier);
  const lists = [
    ['an answer to', without(questions, answered)],
    ['a judgement of', without(barriers, judged)],
    [
      'an action against the strong barrier',
      without(
        strong.map(({ barrier }) => barrier),
        acted,
      ),
    ],
  ] as const;
  return [
    ...(review.executiveLead === undefined ? ['an executive lead'] : []),
    ...(review.nonExecutiveLead === undefined ? ['a non-executive lead'] : []),
    ...lists.flatMap(([what, codes]) => (codes.length === 0 ? [] : [`${what} ${codes.join(', ')}`])),
  ];
}

function refuseCompleted({ state }: BarrierReview): void {
  if (state === 'completed') {
    throw new Conflict(
      'barrier-review.completed',
      'The review is completed and stays as it was: begin another one that follows it.',
    );
  }
}

function refuseUnknown(field: string, code: string, known: readonly string[]): void {
  if (!known.includes(code)) {
    throw new InputRefused([`${field}: "${code}" is none of ${known.join(', ')}`]);
  }
}

function inOrderOf<Item>(codes: readonly string[], items: readonly Item[], codeOf: (item: Item) => string) {
  return [...items].sort((a, b) => codes.indexOf(codeOf(a)) - codes.indexOf(codeOf(b)));
}
