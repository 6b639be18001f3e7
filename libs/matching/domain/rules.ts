import {
  LONGEST_SEED,
  OBJECTIVES,
  type Objective,
  type PriorAccess,
  TOP_PRIOR,
  TOP_SCORE,
} from '@evenhand/allocation';
import { InputRefused } from '@evenhand/kernel';
import type { Catalogue } from '@evenhand/taxonomy';

/** What a pair earns points for, in the order in which the points are shown. */
export const CRITERIA = [
  'gap_cover',
  'strength_level',
  'stage_step',
  'transition',
  'profession',
  'organisation',
  'place',
  'languages',
  'availability',
] as const;
/** The code of a criterion. */
export type Criterion = (typeof CRITERIA)[number];

/**
 * How a coordinator and the two people of a pair read the criteria. "Step made" is about the step that the mentee wants
 * to make: where the catalogue describes it as a transition, points are full for an experience of it and half for the
 * stage alone; where no transition leads to the stage, having reached it is the step and gives full points.
 */
export const CRITERION_TITLES: Readonly<Record<Criterion, string>> = {
  gap_cover: 'Gaps covered',
  strength_level: 'Level of the strengths',
  stage_step: 'Distance in stage',
  transition: 'Step made',
  profession: 'Profession',
  organisation: 'Organisation',
  place: 'Region and way of meeting',
  languages: 'Languages',
  availability: 'Protected time',
};

/** The rules of a matching round: decided by a coordinator and published before the round is frozen. */
export interface MatchingRules {
  /** Decides between matchings that are equal in everything else; 1 to 200 characters on one line. */
  readonly seed: string;
  /** The score, 0 to 10,000, under which a pair is no match at all. */
  readonly floor: number;
  /** Basis points by criterion: whole numbers that sum to exactly 10,000, `gap_cover` the largest of them. */
  readonly weights: Readonly<Record<Criterion, number>>;
  /** What the round optimises, strictly one after the other. */
  readonly objectives: readonly Objective[];
  /** Level 1 balances access over professional groups; level 2 then balances it over professions. */
  readonly equityLevels: readonly [1] | readonly [1, 2];
  /** Requests closed and matches confirmed before this round, by group path (`ahp`, `ahp/physiotherapist`). */
  readonly prior: Readonly<Record<string, PriorAccess>>;
}

/** Rules as somebody writes them down: what is left out has its default, each single weight too. */
export interface RulesInput extends Partial<Omit<MatchingRules, 'weights' | 'equityLevels'>> {
  readonly weights?: Readonly<Partial<Record<Criterion, number>>>;
  readonly equityLevels?: readonly number[];
}

/** The rules of a round whose coordinator has not decided otherwise. The reasons stand beside each value. */
export const DEFAULT_RULES: MatchingRules = {
  // Any published text serves. A coordinator sets their own, before requests close, so that nobody can say
  // that ties were broken with somebody in mind.
  seed: 'evenhand',

  // A match that helps with next to nothing is not access, and likeness does not make it one. Where no preference is
  // stated, the ordinary rest (a stage or two above, the same profession and region, another organisation) is worth some
  // 3,200: the last and smallest gap, 5% of the need, adds under 300 and stays out. A quarter of the need adds 1,300 and
  // passes even where a stated preference is not met, 750 less. Where one is met a small gap can pass: likeness is then
  // part of what was asked for. In the demonstration 58,946 pairs pass every other rule and the floor removes 4,739 of
  // them: 65% of those that help with less than 7.5% of the need, 44% from there to 12.5%, 22% to 25%, 1.4% to half, none
  // above. As many people are matched as without it, 391 of 505; one person loses the only eligible mentor, whose places
  // went to others anyway.
  floor: 3500,

  weights: {
    // Help with what the mentee asked help with is the reason for a match; nothing else may outweigh it.
    gap_cover: 4500,
    // Somebody who has gone a stage further sees round the next corner; it counts for gaps that are covered alone.
    strength_level: 1000,
    // One or two stages ahead still remembers the step; further ahead is an honour, but remote from it. The hard rules
    // have seen to the stage already.
    stage_step: 700,
    // Having made the same step is experience that no topic on its own shows.
    transition: 600,
    // A wish that is stated weighs as much as a third of the need: less, and it is hardly ever honoured. Without one,
    // little hangs on it, likeness early on and another view later.
    profession: 1500,
    // Independence from one's own employer helps people to speak freely; it is less than a reason not to match.
    organisation: 400,
    // Meeting has to be practical, but most pairs can meet remotely.
    place: 500,
    // A shared language is a condition already; the points are for the language in which the mentee is at ease.
    languages: 400,
    // Protected time keeps a pair alive, yet many good mentors have nothing in writing.
    availability: 400,
  },

  // Everybody who can have a mentor, then evenly over groups, then those who have waited longest, then the best fit.
  objectives: OBJECTIVES,
  // Without the second level a small profession can stay at nothing within a group that does well.
  equityLevels: [1, 2],
  // A first round has no history.
  prior: {},
};

const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]+$/u;
const GROUP_PATH = /^[A-Za-z0-9._-]{1,64}(\/[A-Za-z0-9._-]{1,64})?$/;

/**
 * Fills in the defaults and checks the whole.
 *
 * @throws InputRefused with every fault, each naming its member (`weights.place`)
 */
export function checkRules(input: RulesInput): MatchingRules {
  const { seed, floor, objectives, equityLevels, prior } = { ...DEFAULT_RULES, ...input };
  const weights = { ...DEFAULT_RULES.weights, ...input.weights };
  InputRefused.ifAny([
    ...(ONE_LINE.test(seed) && seed.length <= LONGEST_SEED
      ? []
      : [`seed: it must be 1 to ${LONGEST_SEED} characters on one line`]),
    ...basisPointFaults('floor', floor),
    ...weightFaults(weights),
    ...objectiveFaults(objectives),
    ...(isLevels(equityLevels) ? [] : ['equityLevels: it must be [1] or [1, 2]']),
    ...Object.entries(prior).flatMap(([path, access]) => priorFaults(path, access)),
  ]);
  return {
    seed,
    floor,
    weights,
    objectives,
    equityLevels: equityLevels as MatchingRules['equityLevels'],
    prior,
  };
}

function isLevels(levels: readonly number[]): levels is MatchingRules['equityLevels'] {
  return ['1', '1,2'].includes(levels.join(','));
}

function basisPointFaults(member: string, value: number): string[] {
  return isWhole(value, TOP_SCORE)
    ? []
    : [`${member}: ${value} is not a whole number from 0 to ${TOP_SCORE}`];
}

function weightFaults(weights: MatchingRules['weights']): string[] {
  const faults = CRITERIA.flatMap((criterion) =>
    basisPointFaults(`weights.${criterion}`, weights[criterion]),
  );
  if (faults.length > 0) {
    return faults;
  }
  const sum = CRITERIA.reduce((so, criterion) => so + weights[criterion], 0);
  if (sum !== TOP_SCORE) {
    faults.push(`weights: they sum to ${sum}; they must sum to exactly ${TOP_SCORE}`);
  }
  for (const criterion of CRITERIA) {
    if (criterion !== 'gap_cover' && weights[criterion] >= weights.gap_cover) {
      faults.push(
        `weights.${criterion}: ${weights[criterion]} is not below gap_cover, ${weights.gap_cover}, which must be the largest`,
      );
    }
  }
  return faults;
}

function objectiveFaults(objectives: readonly Objective[]): string[] {
  const inOrder = OBJECTIVES.filter((objective) => objectives.includes(objective));
  if (objectives.length === 0 || inOrder.join() !== objectives.join()) {
    return [
      `objectives: it must be some of ${OBJECTIVES.join(', ')}, at least one, each once and in this order`,
    ];
  }
  return objectives.includes('equity') && !objectives.includes('coverage')
    ? ['objectives: equity needs coverage, among whose best matchings it chooses']
    : [];
}

function priorFaults(path: string, { asked, matched }: PriorAccess): string[] {
  if (!GROUP_PATH.test(path)) {
    return [`prior: "${path}" is no professional group or group/profession`];
  }
  const whole = { asked, matched };
  const faults = Object.entries(whole).flatMap(([member, count]) =>
    isWhole(count, TOP_PRIOR)
      ? []
      : [`prior.${path}.${member}: ${count} is not a whole number from 0 to ${TOP_PRIOR}`],
  );
  return faults.length === 0 && matched > asked
    ? [`prior.${path}: ${matched} matched is more than ${asked} asked`]
    : faults;
}

function isWhole(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= most;
}

/** What is wrong with prior access that speaks of groups which a catalogue does not have, a line for each. */
export function unknownPriorPaths(
  { prior }: Pick<MatchingRules, 'prior'>,
  { content }: Pick<Catalogue, 'content'>,
): string[] {
  const paths = new Set(content.professions.flatMap(({ group, code }) => [group, `${group}/${code}`]));
  return Object.keys(prior).flatMap((path) =>
    paths.has(path) ? [] : [`prior: "${path}" is no professional group or profession of the catalogue`],
  );
}
