import type { RegisteredPost, Strength } from '@evenhand/people';
import type { Catalogue } from '@evenhand/taxonomy';
import type { AssessedDimension } from '../assessment/assessed-dimension';
import type { Condition } from './condition';
import type { Criteria, Criterion } from './criterion';

/** Whether somebody meets what a rule asks, by what the service holds. */
export const FINDINGS = ['met', 'not_met', 'not_known'] as const;
/** The code of a finding. */
export type Finding = (typeof FINDINGS)[number];

/** What was found about one criterion, and why. */
export interface CriterionFinding extends Pick<Criterion, 'code' | 'sentence'> {
  readonly finding: Finding;
  /** One sentence for each condition of the rule; one that says so where there is no rule. */
  readonly because: readonly string[];
}

/**
 * What rules are held against. A gap that somebody told for the sake of a mentor is not among it: nobody should have to
 * weigh what an honest answer there costs them here.
 */
export interface KnownOfPerson {
  readonly posts: readonly RegisteredPost[];
  /** What they offer as a mentor: it says what they have practised. */
  readonly strengths: readonly Strength[];
  readonly assessment?: { readonly horizon: string; readonly dimensions: readonly AssessedDimension[] };
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

interface ConditionFinding {
  readonly finding: Finding;
  readonly because: string;
}

const NOBODY_TOLD: CriterionFinding['because'] = ['It has no rule: people judge it.'];

/** What the service can tell of somebody and each criterion. What it cannot tell is not known; it never counts against them. */
export function findingsOn(
  criteria: Criteria,
  known: KnownOfPerson,
  catalogue: Catalogue,
): readonly CriterionFinding[] {
  return criteria.map(({ code, sentence, rule }) => {
    if (rule === undefined) {
      return { code, sentence, finding: 'not_known', because: NOBODY_TOLD };
    }
    const findings = rule.map((condition) => findingOn(condition, known, catalogue));
    const has = (finding: Finding) => findings.some((one) => one.finding === finding);
    return {
      ...{ code, sentence },
      finding: has('met') ? 'met' : has('not_known') ? 'not_known' : 'not_met',
      because: findings.map(({ because }) => because),
    };
  });
}

/**
 * What findings come to altogether: not met where one is not, met where all that have a rule are. Where nothing has a rule,
 * or something is not known, nobody can tell.
 */
export function altogether(findings: readonly CriterionFinding[]): Finding {
  const ruled = findings.filter(({ because }) => because !== NOBODY_TOLD);
  if (ruled.some(({ finding }) => finding === 'not_met')) return 'not_met';
  return ruled.length > 0 && ruled.every(({ finding }) => finding === 'met') ? 'met' : 'not_known';
}

function findingOn(condition: Condition, known: KnownOfPerson, catalogue: Catalogue): ConditionFinding {
  switch (condition.asks) {
    case 'practised':
      return onPractice(condition, known, catalogue);
    case 'readiness':
      return onReadiness(condition, known, catalogue);
    case 'assessment':
      return onAssessment(condition, known);
    default:
      return onPosts(condition, known, catalogue);
  }
}

type OfPosts = Extract<Condition, { asks: 'stage' | 'region' | 'organisation' | 'in_post' }>;

function onPosts(
  condition: OfPosts,
  { posts, today }: KnownOfPerson,
  catalogue: Catalogue,
): ConditionFinding {
  const present = posts.filter(({ from = today, to = today }) => from <= today && today <= to);
  if (present.length === 0) {
    return { finding: 'not_known', because: 'No present post is on record.' };
  }
  const { content } = catalogue;
  switch (condition.asks) {
    case 'stage': {
      const asked = catalogue.stageRank(condition.stage);
      const highest = present.reduce((one, other) =>
        catalogue.stageRank(other.stage) > catalogue.stageRank(one.stage) ? other : one,
      );
      return {
        finding: met(catalogue.stageRank(highest.stage) >= asked),
        because: `Holds a post at stage ${highest.stage}; ${condition.stage} or above is asked.`,
      };
    }
    case 'region': {
      const titles = content.regions
        .filter(({ code }) => condition.regions.includes(code))
        .map(({ title }) => title);
      const isThere = present.some(({ region }) => condition.regions.includes(region));
      return { finding: met(isThere), because: `${holds(isThere)} in ${either(titles)}.` };
    }
    case 'organisation': {
      const isThere = present.some(({ organisationId }) =>
        condition.organisationIds.includes(organisationId),
      );
      return { finding: met(isThere), because: `${holds(isThere)} in an organisation that is in scope.` };
    }
    case 'in_post': {
      const months = present.flatMap(({ from }) => (from === undefined ? [] : monthsBetween(from, today)));
      const longest = Math.max(-1, ...months);
      const asked = `${condition.months} months are asked.`;
      if (longest < condition.months && months.length < present.length) {
        return {
          finding: 'not_known',
          because: `Since when a present post is held is not on record; ${asked}`,
        };
      }
      return {
        finding: met(longest >= condition.months),
        because: `Has held a present post for ${longest} whole months; ${asked}`,
      };
    }
  }
}

function onPractice(
  { topic, stage }: Extract<Condition, { asks: 'practised' }>,
  { strengths }: KnownOfPerson,
  catalogue: Catalogue,
): ConditionFinding {
  const title = catalogue.topics.find(({ code }) => code === topic)?.title ?? topic;
  const held = strengths
    .filter((strength) => strength.topic === topic)
    .sort((one, other) => catalogue.stageRank(other.stage) - catalogue.stageRank(one.stage))[0];
  return held !== undefined && catalogue.stageRank(held.stage) >= catalogue.stageRank(stage)
    ? { finding: 'met', because: `Offers “${title}” as practised at stage ${held.stage}; ${stage} is asked.` }
    : { finding: 'not_known', because: `Nothing on record shows “${title}” at stage ${stage} or above.` };
}

function onReadiness(
  { horizon }: Extract<Condition, { asks: 'readiness' }>,
  { assessment }: KnownOfPerson,
  { content }: Catalogue,
): ConditionFinding {
  if (assessment === undefined) {
    return { finding: 'not_known', because: 'Not assessed yet.' };
  }
  const rank = (code: string) => content.horizons.findIndex((one) => one.code === code);
  return {
    finding: met(rank(assessment.horizon) <= rank(horizon)),
    because: `Was found ready for ${assessment.horizon}; ${horizon} or sooner is asked.`,
  };
}

function onAssessment(
  { dimension, level }: Extract<Condition, { asks: 'assessment' }>,
  { assessment }: KnownOfPerson,
): ConditionFinding {
  const found = assessment?.dimensions.find((one) => one.dimension === dimension);
  return found === undefined
    ? { finding: 'not_known', because: `The ${dimension} is not assessed yet.` }
    : {
        finding: met(found.level >= level),
        because: `The ${dimension} was found at level ${found.level}; ${level} or above is asked.`,
      };
}

function met(isMet: boolean): Finding {
  return isMet ? 'met' : 'not_met';
}

function holds(isThere: boolean): string {
  return isThere ? 'Holds a post' : 'Holds no post';
}

function either(titles: readonly string[]): string {
  return titles.length < 2 ? titles.join('') : `${titles.slice(0, -1).join(', ')} or ${titles.at(-1)!}`;
}

/** Whole months from one day, `YYYY-MM-DD`, to another: a month is over on the same day of the next. */
function monthsBetween(from: string, to: string): number {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number];
  return (toYear - year) * 12 + (toMonth - month) - (toDay < day ? 1 : 0);
}
