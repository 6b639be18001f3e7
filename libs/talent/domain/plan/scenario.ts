/** A percentage that is not known for sure: whole numbers, `low` ≤ `likely` ≤ `high`. */
export interface PercentRange {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** Which part of a plan an assumption is about; what is absent narrows nothing. */
export interface AssumptionScope {
  readonly organisationId?: string;
  /** Code of a region. */
  readonly region?: string;
  /** Code of a profession. */
  readonly profession?: string;
}

/**
 * What somebody can assume of the years to come. `retirements`: so many of every hundred critical posts that are held now
 * fall vacant within the horizon, 0-100. `growth`: so many posts for every hundred critical posts of now, open or held, are
 * added within it, 0-500. `pool_conversion`: so many of every hundred who are ready would take up a post, 0-100; 100 where
 * nothing is assumed.
 */
export const ASSUMPTION_KINDS = ['retirements', 'growth', 'pool_conversion'] as const;
/** The code of a kind of assumption. */
export type AssumptionKind = (typeof ASSUMPTION_KINDS)[number];

/** What somebody assumes of the years to come, for a part of the plan. */
export interface Assumption extends AssumptionScope {
  readonly kind: AssumptionKind;
  readonly percent: PercentRange;
  /** Code of a horizon; absent for conversion, which holds for all of them. */
  readonly horizon?: string;
}

/** A set of assumptions under a name. */
export interface Scenario {
  /** 1 to 200 characters. */
  readonly title: string;
  readonly assumptions: readonly Assumption[];
}

/** Every assumption at the end of its range that leaves the smallest gap, at its likeliest, or at the other end. */
export const SCENARIO_CASES = ['favourable', 'likely', 'adverse'] as const;
/** The code of a case. */
export type ScenarioCase = (typeof SCENARIO_CASES)[number];

const MOST: Readonly<Record<AssumptionKind, number>> = {
  retirements: 100,
  growth: 500,
  pool_conversion: 100,
};

/** What an assumption says in a case. */
export function percentIn({ kind, percent }: Assumption, inCase: ScenarioCase): number {
  if (inCase === 'likely') {
    return percent.likely;
  }
  // Many who take up posts leave a small gap, many who retire a great one.
  return (inCase === 'favourable') === (kind === 'pool_conversion') ? percent.high : percent.low;
}

/** Whether an assumption is about a part of the plan. */
export function isAbout(scope: AssumptionScope, part: AssumptionScope): boolean {
  return SCOPES.every((member) => scope[member] === undefined || scope[member] === part[member]);
}

/**
 * What is wrong with assumptions, one line each: a range that is out of order or out of bounds, an unknown horizon, a
 * missing or idle one, two statements on how many of the same people take up posts.
 */
export function assumptionFaults(
  assumptions: readonly Assumption[],
  horizons: readonly string[],
): readonly string[] {
  return assumptions.flatMap((assumption, at) => [
    ...rangeFaults(assumption, `assumptions[${at}].percent`),
    ...horizonFaults(assumption, horizons, `assumptions[${at}].horizon`),
    ...assumptions
      .slice(0, at)
      .flatMap((earlier, position) =>
        contradict(earlier, assumption)
          ? [
              `assumptions[${at}]: assumptions[${position}] says already how many of some of these people take up posts`,
            ]
          : [],
      ),
  ]);
}

const SCOPES = ['organisationId', 'region', 'profession'] as const;

function rangeFaults({ kind, percent: { low, likely, high } }: Assumption, where: string): string[] {
  const most = MOST[kind];
  const inOrder = 0 <= low && low <= likely && likely <= high && high <= most;
  return inOrder && [low, likely, high].every(Number.isInteger)
    ? []
    : [
        `${where}: ${low}, ${likely}, ${high} are no whole percentages with 0 ≤ low ≤ likely ≤ high ≤ ${most}`,
      ];
}

function horizonFaults({ kind, horizon }: Assumption, horizons: readonly string[], where: string): string[] {
  if (kind === 'pool_conversion') {
    return horizon === undefined ? [] : [`${where}: conversion holds for every horizon; leave it out`];
  }
  return horizon !== undefined && horizons.includes(horizon)
    ? []
    : [`${where}: it must be one of ${horizons.join(', ')}`];
}

/** Two shares of the same people cannot both hold; retirements and growth add up. */
function contradict(one: Assumption, other: Assumption): boolean {
  return (
    one.kind === 'pool_conversion' &&
    other.kind === 'pool_conversion' &&
    SCOPES.every(
      (member) => one[member] === undefined || other[member] === undefined || one[member] === other[member],
    )
  );
}
