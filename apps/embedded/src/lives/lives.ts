import type { DeclineReason } from '@evenhand/matching';
import type { HelpedAnswer } from '@evenhand/mentoring';
import { Chance, type Weights } from '../demonstration/chance';

/** Somebody of the demonstration, as far as what they do depends on it. */
export interface Invented {
  /** By which the programme knows them. */
  readonly reference: string;
  /** Code of their professional group. */
  readonly group: string;
}

/** What the two people of a proposal say to it. Who says nothing yet has some days left. */
export type Answer = 'both-accept' | 'mentee-accepts' | 'mentee-declines' | 'mentor-declines' | 'nobody';

/** How a mentoring goes on. */
export interface Mentoring {
  readonly meets: boolean;
  /** What the mentee says after they have met; absent where they say nothing. */
  readonly helped?: HelpedAnswer;
  readonly completes: boolean;
}

const USUAL_ANSWERS: Weights<Answer> = [
  ['both-accept', 87],
  ['mentee-accepts', 3],
  ['mentee-declines', 3],
  ['mentor-declines', 4],
  ['nobody', 3],
];
/**
 * Mentors have seldom practised what allied health professionals ask for, and more of them decline. The round itself had
 * been even: what a report has to find is what came after it.
 */
const ANSWERS_BY_GROUP: Readonly<Record<string, Weights<Answer>>> = {
  ahp: [
    ['both-accept', 55],
    ['mentee-accepts', 3],
    ['mentee-declines', 4],
    ['mentor-declines', 35],
    ['nobody', 3],
  ],
};

const REASONS_OF_MENTEES: Weights<DeclineReason> = [
  ['found_elsewhere', 3],
  ['too_close_at_work', 2],
  ['rather_not_say', 2],
];
const REASONS_OF_MENTORS: Weights<DeclineReason> = [
  ['topics_do_not_fit', 5],
  ['no_time', 3],
  ['rather_not_say', 1],
];

/** Of a hundred whose request waits after a round, so many take it back; of those whose mentors declined most often more. */
const WITHDRAWS: Readonly<Record<string, number>> = { ahp: 75 };
const WITHDRAWS_ELSEWHERE = 55;

const MEETS = 90;
const SAYS = 85;
const COMPLETES = 40;
const HELPED: Weights<HelpedAnswer> = [
  ['yes', 64],
  ['partly', 25],
  ['no', 11],
];

/** Nearly everybody, which is more than anywhere real: of fewer among so few people most counts would be withheld. */
const ANSWERS_EQUALITY_QUESTIONS = 94;

/** Every decision of everybody falls by itself, so that it is the same in whatever order they come, and on every start. */
const chanceOf = (what: string, { reference }: Invented): Chance => new Chance(`${what} ${reference}`);

/** What the two people say to what was proposed to a mentee. */
export function answerTo(mentee: Invented): Answer {
  return chanceOf('answers', mentee).weighted(ANSWERS_BY_GROUP[mentee.group] ?? USUAL_ANSWERS);
}

/** Why one of the two declines. */
export function reasonOf(answer: 'mentee-declines' | 'mentor-declines', mentee: Invented): DeclineReason {
  const reasons = answer === 'mentee-declines' ? REASONS_OF_MENTEES : REASONS_OF_MENTORS;
  return chanceOf('reason', mentee).weighted(reasons);
}

/** Whether somebody whom no mentor was found for takes their request back. */
export function withdraws(mentee: Invented): boolean {
  return chanceOf('withdraws', mentee).percent(WITHDRAWS[mentee.group] ?? WITHDRAWS_ELSEWHERE);
}

/** How the mentoring of somebody goes on. */
export function mentoringOf(mentee: Invented): Mentoring {
  const chance = chanceOf('mentoring', mentee);
  const meets = chance.percent(MEETS);
  const says = chance.percent(SAYS);
  const helped = chance.weighted(HELPED);
  const completes = chance.percent(COMPLETES);
  return { meets, completes: meets && completes, ...(meets && says ? { helped } : {}) };
}

/** Whether somebody answers equality questions. */
export function answersEqualityQuestions(person: Invented): boolean {
  return chanceOf('equality', person).percent(ANSWERS_EQUALITY_QUESTIONS);
}
