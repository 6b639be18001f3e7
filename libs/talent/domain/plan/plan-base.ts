/** A critical post as a plan counts it. */
export interface PlannedPost {
  readonly organisationId: string;
  /** Code of a region. */
  readonly region: string;
  /** Code of the profession that the post names; absent for a post that is open to all of them. */
  readonly profession?: string;
  /** Code of the horizon by which somebody is needed. */
  readonly horizon: string;
  /** Whether somebody holds it now. Then nobody else is needed, unless a scenario lets them retire. */
  readonly filled: boolean;
  /** How many members of its pool are ready by then, an integer ≥ 0. */
  readonly ready: number;
}

/** Posts that are not open yet and are expected to be, or to be made. */
export interface ExpectedVacancies {
  readonly organisationId: string;
  readonly region: string;
  readonly profession?: string;
  /** Code of the horizon in which they fall vacant. */
  readonly horizon: string;
  /** 1 to 10,000. */
  readonly posts: number;
}

/** People who are ready for a critical post, each counted once. What is not known of them is absent. */
export interface ReadyPeople {
  /** Of the main post. */
  readonly organisationId?: string;
  readonly region?: string;
  /** Of the background. */
  readonly profession?: string;
  /** Code of the earliest horizon for which one of their pools found them ready. */
  readonly horizon: string;
  /** An integer ≥ 0. */
  readonly people: number;
}

/** Somebody's being in a pool, as the plan looks at it. */
export interface ReadyMembership extends Omit<ReadyPeople, 'people'> {
  readonly personId: string;
}

/** What a plan is worked out from. Everything is an integer, and nothing depends on the order of the lists. */
export interface PlanBase {
  /** Codes of the horizons, the nearest first. Every horizon that is named here is one of them. */
  readonly horizons: readonly string[];
  readonly posts: readonly PlannedPost[];
  readonly vacancies: readonly ExpectedVacancies[];
  readonly ready: readonly ReadyPeople[];
}

/** Position of a horizon. @throws RangeError where it is none of them */
export function rankOf(horizons: readonly string[], horizon: string): number {
  const rank = horizons.indexOf(horizon);
  if (rank < 0) {
    throw new RangeError(`"${horizon}" is none of the horizons ${horizons.join(', ')}`);
  }
  return rank;
}

/**
 * Counts people by where they are and when they are ready: each once, at the earliest that any of their pools says.
 *
 * @param horizons codes, the nearest first
 * @throws RangeError where a membership names another one
 */
export function countedOnce(
  memberships: readonly ReadyMembership[],
  horizons: readonly string[],
): readonly ReadyPeople[] {
  const earliest = new Map<string, ReadyMembership>();
  for (const membership of memberships) {
    const other = earliest.get(membership.personId);
    const isEarlier =
      other === undefined || rankOf(horizons, membership.horizon) < rankOf(horizons, other.horizon);
    if (isEarlier) {
      earliest.set(membership.personId, membership);
    }
  }
  const counted = new Map<string, ReadyPeople>();
  for (const { personId: _, ...where } of earliest.values()) {
    rankOf(horizons, where.horizon);
    const key = JSON.stringify([where.organisationId, where.region, where.profession, where.horizon]);
    counted.set(key, { ...where, people: (counted.get(key)?.people ?? 0) + 1 });
  }
  return [...counted.values()];
}
