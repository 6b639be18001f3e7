import type {
  ActingAs,
  AssessmentDimension,
  DecisionOutcome,
  MemberState,
  PoolMember,
} from '@evenhand/talent';
import { ROLES_IN_WORDS } from '../account/roles-in-words';

/** Where somebody stands with a pool, as they are told themselves. */
export const STANDINGS: Readonly<Record<MemberState, string>> = {
  nominated: 'You were nominated, and have not said yet whether you want to be considered',
  interested: 'You want to be considered, and nobody has assessed you yet',
  assessed: 'You were assessed, and nobody has decided yet',
  in_pool: 'You are in the pool',
  not_in_pool: 'You were not taken into the pool',
  declined: 'You said that you do not want to be considered',
  appointed: 'You were appointed to a post',
  left: 'You left the pool, or the way to it',
};

/** What was decided on somebody, as they are told themselves. */
export const OUTCOMES: Readonly<Record<DecisionOutcome, string>> = {
  in_pool: 'You were taken into the pool',
  not_in_pool: 'You were not taken into the pool',
};

const NOMINATORS = { mentor: 'A mentor', champion: 'A champion', manager: 'A manager' } as const;

/** What somebody was looked at for, and how far they were found to be. */
export const DIMENSIONS: Readonly<Record<AssessmentDimension, string>> = {
  performance: 'Performance: how you do now',
  potential: 'Potential: how far you may go',
  ambition: 'Ambition: how far you want to go',
  mobility: 'Mobility: whether you can move between places',
  resilience: 'Resilience: how you bear pressure',
};
/** Levels of a dimension, the lowest first. */
export const LEVELS = ['Not yet', 'Now and then', 'Often', 'Mostly', 'Consistently'] as const;

/** How somebody came to a pool. */
export function cameBy({ nomination }: PoolMember): string {
  return nomination === undefined
    ? 'You asked to be considered'
    : `${NOMINATORS[nomination.as]} put you forward`;
}

/** As what somebody judged a person. Who they are is not told: it is the office that answers for it. */
export function judgeInWords({ role }: ActingAs): string {
  return Object.entries(ROLES_IN_WORDS).find(([code]) => code === role)?.[1].title ?? role;
}
