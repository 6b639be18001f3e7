import type { AddCriteriaVersion } from '@evenhand/talent';

type Criteria = Parameters<AddCriteriaVersion['run']>[2];

/** The pool that the demonstration shows. */
export const DEMONSTRATION_POOL = {
  title: 'Heads of service (everybody is invented)',
  purpose:
    'People from every profession who may lead a service within three years. Everybody can read what is asked and how it was used.',
  waysIn: ['nominated', 'applied'],
} as const;

/** What it asked at first, and asks since somebody saw that leading a team is not the only way to learn it. */
export const DEMONSTRATION_CRITERIA: readonly Criteria[] = [
  {
    reason: 'What we ask of heads of service today.',
    criteria: [
      { code: 'leads', sentence: 'Leads a team.' },
      { code: 'learns', sentence: 'Learns from what goes wrong, and can say what they changed since.' },
    ],
  },
  {
    reason: 'In small professions few lead a team: being ready to counts as well.',
    criteria: [
      {
        ...{ code: 'leads', sentence: 'Leads a team, or has been found ready to within three years.' },
        rule: [
          { asks: 'stage', stage: '2' },
          { asks: 'readiness', horizon: '1-3' },
        ],
      },
      { code: 'learns', sentence: 'Learns from what goes wrong, and can say what they changed since.' },
      { code: 'joins', sentence: 'Works across professions, and is asked to again.' },
    ],
  },
];

/** How far somebody came. */
export type Outcome =
  'nominated' | 'declined' | 'interested' | 'assessed' | 'in_pool' | 'not_in_pool' | 'appointed' | 'left';

/** How it goes for one after the other, over and over. */
const OUTCOMES: readonly Outcome[] = [
  ...(['in_pool', 'interested', 'not_in_pool', 'in_pool', 'assessed', 'nominated', 'in_pool'] as const),
  ...(['not_in_pool', 'in_pool', 'interested', 'appointed', 'in_pool', 'assessed', 'declined'] as const),
  ...(['in_pool', 'not_in_pool', 'left', 'in_pool', 'interested', 'not_in_pool'] as const),
];

const HORIZONS = ['now', '0-1', '1-3', '1-3', '3-5'] as const;

const WORDS = [
  'Ran the ward through the winter and kept the team together.',
  'Brought two teams into one clinic, and waiting times down.',
  'Rewrote how handovers are done after one went wrong.',
  'Stood in for the lead for half a year.',
  'Taught a whole new intake, most of whom stayed.',
] as const;

/** Somebody's way through the pool. The days are counted back from now. */
export interface Way {
  /** By which the programme knows them. */
  readonly reference: string;
  /** By which it knows the mentor who put them forward; absent where they applied. */
  readonly nominator?: string;
  readonly outcome: Outcome;
  readonly horizon: (typeof HORIZONS)[number];
  readonly words: string;
  readonly days: Readonly<Record<'came' | 'interested' | 'assessed' | 'decided' | 'ended', number>>;
}

/** When the pool was made, before anybody came. */
export const MADE_DAYS_AGO = 130;
/** Of so many who could, one does. */
const ONE_OF = 2;

/** Who comes to the pool and what becomes of them: always the same for the same people. */
export function poolStory(mentees: readonly string[], mentors: readonly string[]): readonly Way[] {
  return mentees
    .filter((_, at) => at % ONE_OF === 0)
    .map((reference, at) => {
      const outcome = OUTCOMES[at % OUTCOMES.length]!;
      const others = mentors.filter((mentor) => mentor !== reference);
      const isNominated = outcome === 'nominated' || outcome === 'declined' || at % 3 === 0;
      const nominator = isNominated ? others[at % others.length] : undefined;
      const came = MADE_DAYS_AGO - 10 - (at % 60);
      return {
        ...{ reference, outcome, horizon: HORIZONS[at % HORIZONS.length]!, words: WORDS[at % WORDS.length]! },
        ...(nominator === undefined ? {} : { nominator }),
        days: {
          ...{ came, interested: came - 2, assessed: came - 12 },
          ...{ decided: came - 16 - (at % 20), ended: came - 45 },
        },
      };
    });
}
