import type { Catalogue } from '@evenhand/taxonomy';
import { ASSESSMENT_DIMENSIONS, type AssessmentDimension, TOP_LEVEL } from '../assessment/assessed-dimension';
import { namedCharacteristics } from './protected-characteristics';

/** Something about a person that the service can look up. */
export type Condition =
  /** Holds a post of this stage or a higher one. */
  | { readonly asks: 'stage'; readonly stage: string }
  /** Holds a post in one of these regions. */
  | { readonly asks: 'region'; readonly regions: readonly string[] }
  /** Holds a post in one of these organisations. */
  | { readonly asks: 'organisation'; readonly organisationIds: readonly string[] }
  /** Has held a present post for so many whole months. */
  | { readonly asks: 'in_post'; readonly months: number }
  /** Has practised a competency, or has an experience, at this stage or a higher one. */
  | { readonly asks: 'practised'; readonly topic: string; readonly stage: string }
  /** Was found to be ready by then. */
  | { readonly asks: 'readiness'; readonly horizon: string }
  /** Was found to be at this level of a dimension or a higher one. */
  | { readonly asks: 'assessment'; readonly dimension: AssessmentDimension; readonly level: number };

/** What a condition can ask. */
export type ConditionKind = Condition['asks'];

/** A condition as somebody hands it in. */
export interface WantedCondition {
  readonly asks: string;
  readonly stage?: string;
  readonly regions?: readonly string[];
  readonly organisationIds?: readonly string[];
  readonly months?: number;
  readonly topic?: string;
  readonly horizon?: string;
  readonly dimension?: string;
  readonly level?: number;
}

/** What rules may name. */
export interface RuleVocabulary {
  readonly catalogue: Catalogue;
  /** Ids of the organisations of the programme. */
  readonly organisationIds: readonly string[];
}

type Field = Exclude<keyof WantedCondition, 'asks'>;

/** What each kind of condition names. */
const FIELDS: Readonly<Record<ConditionKind, readonly Field[]>> = {
  stage: ['stage'],
  region: ['regions'],
  organisation: ['organisationIds'],
  in_post: ['months'],
  practised: ['topic', 'stage'],
  readiness: ['horizon'],
  assessment: ['dimension', 'level'],
};

/** Every kind of condition. */
export const CONDITION_KINDS = Object.keys(FIELDS) as readonly ConditionKind[];

/** Nobody has worked for longer. */
export const MOST_MONTHS = 600;

/** A line for each fault of a condition; none where it is a {@link Condition}. */
export function conditionProblems(
  wanted: WantedCondition,
  vocabulary: RuleVocabulary,
  where: string,
): readonly string[] {
  const { asks, ...given } = wanted;
  if (!isKind(asks)) {
    const [named] = namedCharacteristics(asks);
    return [
      named === undefined
        ? `${where}.asks: "${asks}" is none of ${CONDITION_KINDS.join(', ')}`
        : `${where}.asks: "${asks}" names a protected characteristic (${named.characteristic.replaceAll('_', ' ')}), which no rule may look at`,
    ];
  }
  const strays = Object.entries<unknown>(given).filter(
    ([field, value]) => value !== undefined && !FIELDS[asks].includes(field as Field),
  );
  return [
    ...strays.map(([field]) => `${where}.${field}: a condition that asks "${asks}" names no ${field}`),
    ...FIELDS[asks].flatMap((field) => {
      const value = wanted[field];
      const problem = value === undefined ? 'is missing' : unknown(field, value, vocabulary);
      return problem === undefined ? [] : [`${where}.${field}: ${problem}`];
    }),
  ];
}

function isKind(asks: string): asks is ConditionKind {
  return Object.hasOwn(FIELDS, asks);
}

/** What is wrong with what a field names. */
function unknown(
  field: Field,
  value: string | number | readonly string[],
  { catalogue, organisationIds }: RuleVocabulary,
): string | undefined {
  const { stages, regions, horizons } = catalogue.content;
  const codes = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);
  switch (field) {
    case 'months':
      return within(value, 1, MOST_MONTHS);
    case 'level':
      return within(value, 0, TOP_LEVEL);
    case 'stage':
      return oneOf(value, codes(stages));
    case 'horizon':
      return oneOf(value, codes(horizons));
    case 'dimension':
      return oneOf(value, ASSESSMENT_DIMENSIONS);
    case 'topic':
      return catalogue.topics.some(({ code }) => code === value)
        ? undefined
        : `"${String(value)}" is no competency or experience`;
    case 'regions':
      return someOf(value, codes(regions), 'region');
    case 'organisationIds':
      return someOf(value, organisationIds, 'organisation of the programme');
  }
}

function within(value: unknown, least: number, most: number): string | undefined {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most
    ? undefined
    : `must be a whole number from ${least} to ${most}`;
}

function oneOf(value: unknown, known: readonly string[]): string | undefined {
  return known.includes(value as string) ? undefined : `"${String(value)}" is none of ${known.join(', ')}`;
}

function someOf(value: unknown, known: readonly string[], what: string): string | undefined {
  const values = value as readonly string[];
  const stranger = values.find((one) => !known.includes(one));
  if (values.length === 0) return 'names none';
  return stranger === undefined ? undefined : `"${stranger}" is no ${what}`;
}
