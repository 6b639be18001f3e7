import { Conflict } from '@evenhand/kernel';
import { type Assumption, assumptionFaults, type Scenario } from './scenario';

/** Where something to be done stands. */
export const ACTION_STATES = ['planned', 'under_way', 'done', 'dropped'] as const;
/** The code of an action's state. */
export type ActionState = (typeof ACTION_STATES)[number];

/** Something that a chapter says will be done. */
export interface PlanAction {
  /** Code of a chapter in the catalogue. */
  readonly chapter: string;
  /** 1 to 500 characters. */
  readonly title: string;
  /** The post or role that answers for it, never a person's name; 1 to 200 characters. */
  readonly owner: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly state: ActionState;
}

/** What stands in the way already, or may. */
export const RISK_KINDS = ['barrier', 'risk'] as const;
/** Where a barrier or risk stands. */
export const RISK_STATES = ['open', 'closed'] as const;

/** A barrier or a risk, and how far up it is taken. */
export interface PlanRisk {
  readonly kind: (typeof RISK_KINDS)[number];
  /** 1 to 2,000 characters. */
  readonly description: string;
  /** Code of a level of escalation in the catalogue. */
  readonly escalation: string;
  /** 1 (hardly) to 5 (almost surely); of a barrier 5. */
  readonly likelihood: number;
  /** 1 (little) to 5 (the plan fails). */
  readonly impact: number;
  /** What is done about it, 1 to 2,000 characters. */
  readonly mitigation: string;
  /** The post or role that answers for it, never a person's name. */
  readonly owner: string;
  readonly state: (typeof RISK_STATES)[number];
}

/** What is written into a plan one by one, by its kind. */
export interface PlanEntryContents {
  readonly action: PlanAction;
  readonly risk: PlanRisk;
  readonly scenario: Scenario;
}
/** The code of a kind of entry. */
export type PlanEntryKind = keyof PlanEntryContents;

/** Something written into a plan. */
export interface PlanEntry<Kind extends PlanEntryKind = PlanEntryKind> {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly kind: Kind;
  readonly content: PlanEntryContents[Kind];
  readonly addedAt: Date;
  readonly version: number;
}

/** The codes that entries may name. */
export interface NameableCodes {
  readonly chapters: readonly string[];
  readonly escalationLevels: readonly string[];
  readonly horizons: readonly string[];
  readonly regions: readonly string[];
  readonly professions: readonly string[];
  /** Ids of the programme's organisations. */
  readonly organisations: readonly string[];
}

const FAULTS: {
  readonly [Kind in PlanEntryKind]: (
    content: PlanEntryContents[Kind],
    codes: NameableCodes,
  ) => readonly string[];
} = {
  action: ({ chapter }, { chapters }) => unknown('chapter', chapter, chapters, 'chapter of a plan'),
  risk: ({ kind, likelihood, escalation }, { escalationLevels }) => [
    ...unknown('escalation', escalation, escalationLevels, 'level of escalation'),
    ...(kind === 'barrier' && likelihood !== 5
      ? ['likelihood: a barrier is there already, so that it is 5']
      : []),
  ],
  scenario: ({ assumptions }, codes) => [
    ...assumptionFaults(assumptions, codes.horizons),
    ...assumptions.flatMap((assumption, at) => scopeFaults(assumption, `assumptions[${at}]`, codes)),
  ],
};

/** As many actions, and so risks and scenarios, as a plan holds: the dashboard reads all of them. */
export const MOST_ENTRIES = 1000;

/** @throws Conflict `leadership-plan.too-many-entries` where a plan has so many of a kind already */
export function refuseFull(kind: PlanEntryKind, count: number): void {
  if (count >= MOST_ENTRIES) {
    throw new Conflict(
      'leadership-plan.too-many-entries',
      `A plan holds at most ${MOST_ENTRIES} ${kind}s: change one that is there instead.`,
    );
  }
}

/** What is wrong with an entry, one line each. */
export function entryFaults<Kind extends PlanEntryKind>(
  kind: Kind,
  content: PlanEntryContents[Kind],
  codes: NameableCodes,
): readonly string[] {
  return FAULTS[kind](content, codes);
}

/** Whether something should have been done by now. `today` is a day, `YYYY-MM-DD`; on its due day nothing is late. */
export function isOverdue({ state, dueOn }: PlanAction, today: string): boolean {
  return (state === 'planned' || state === 'under_way') && dueOn < today;
}

/** What is wrong with a code, where there is one. */
export function unknown(
  where: string,
  code: string | undefined,
  known: readonly string[],
  what: string,
): readonly string[] {
  return code === undefined || known.includes(code) ? [] : [`${where}: "${code}" is no ${what}`];
}

/** What is wrong with where something is. */
export function scopeFaults(
  { organisationId, region, profession }: Pick<Assumption, 'organisationId' | 'region' | 'profession'>,
  where: string,
  { organisations, regions, professions }: NameableCodes,
): readonly string[] {
  return [
    ...unknown(`${where}.organisationId`, organisationId, organisations, 'organisation of this programme'),
    ...unknown(`${where}.region`, region, regions, 'region'),
    ...unknown(`${where}.profession`, profession, professions, 'profession'),
  ];
}
