import { type PlanBase, rankOf } from './plan-base';
import {
  type Assumption,
  type AssumptionKind,
  type AssumptionScope,
  isAbout,
  percentIn,
  type ScenarioCase,
} from './scenario';

/** By what a gap can be looked at. */
export const GAP_DIMENSIONS = ['region', 'organisation', 'profession'] as const;
/** The code of one of them. */
export type GapDimension = (typeof GAP_DIMENSIONS)[number];

/**
 * Demand and supply by a horizon, both of everything up to it. Posts and people are in hundredths, exact integers: a tenth
 * of three posts is 30. Without a scenario every figure is a multiple of 100.
 */
export interface GapFigures {
  /** Posts needed by then: those open, those expected to be, and what a scenario adds. */
  readonly demand: number;
  /** People ready by then. */
  readonly supply: number;
  /** `demand` − `supply`: what is missing, or to spare where it is negative. */
  readonly gap: number;
  /** Whole per cent of the posts for which there is somebody, rounded down, 0 to 100; null where no post is needed. */
  readonly cover: number | null;
  /** Ready people for each post in hundredths, rounded down; null where no post is needed. */
  readonly choice: number | null;
}

/** One part of a plan, by horizon in their order. */
export interface GapRow {
  /**
   * Code of the region or the profession, or id of the organisation. Null gathers the posts that are open to every
   * profession, and the people of whom it is not known.
   */
  readonly key: string | null;
  readonly byHorizon: readonly GapFigures[];
}

/** A plan's gap, in parts and altogether. Demand, supply and gap of the parts add up to those of the total. */
export interface GapTable {
  readonly horizons: readonly string[];
  readonly dimension: GapDimension;
  /** By key, null last. */
  readonly rows: readonly GapRow[];
  readonly total: readonly GapFigures[];
}

/** What is assumed, and how badly it turns out. */
export interface Assumed {
  readonly assumptions: readonly Assumption[];
  readonly inCase: ScenarioCase;
}

const NOTHING: Assumed = { assumptions: [], inCase: 'likely' };

/**
 * The gap of a plan, or of a scenario on it. For each part of the plan (an organisation, region and profession) and each
 * horizon h, in hundredths:
 *
 *     demand(h) = 100 × (open posts needed by h + vacancies expected by h)
 *               + Σ over horizons i ≤ h of growth%(i) × critical posts + retirements%(i) × critical posts held
 *     supply(h) = conversion% × people ready by h
 *     gap(h)    = demand(h) − supply(h)
 *
 * Nothing is rounded before it is added up, so parts add up to their whole whatever they are. More people never make a gap
 * wider, and assumptions of nothing (0%, 0%, 100%) leave the plan as it is.
 *
 * @throws RangeError where a horizon is named that the base does not have
 */
export function gapTable(base: PlanBase, dimension: GapDimension, assumed: Assumed = NOTHING): GapTable {
  const parts = partsOf(base).map((part) => forecast(part, base.horizons, assumed));
  const keys = [...new Set(parts.map((part) => keyOf(part, dimension)))].sort(byKeyNullLast);
  return {
    horizons: base.horizons,
    dimension,
    rows: keys.map((key) => ({
      key,
      byHorizon: figuresOf(
        parts.filter((part) => keyOf(part, dimension) === key),
        base.horizons,
      ),
    })),
    total: figuresOf(parts, base.horizons),
  };
}

/** An organisation, region and profession, with what is new in each horizon, in posts and people. */
interface Part extends AssumptionScope {
  posts: number;
  held: number;
  readonly needed: number[];
  readonly ready: number[];
}

/** The same in hundredths, under assumptions. */
interface Forecast extends AssumptionScope {
  readonly demand: readonly number[];
  readonly supply: readonly number[];
}

function partsOf({ horizons, posts, vacancies, ready }: PlanBase): readonly Part[] {
  const parts = new Map<string, Part>();
  const none = () => horizons.map(() => 0);
  const partOf = ({ organisationId, region, profession }: AssumptionScope): Part => {
    const key = JSON.stringify([organisationId, region, profession]);
    const part = parts.get(key) ?? {
      ...(organisationId === undefined ? {} : { organisationId }),
      ...(region === undefined ? {} : { region }),
      ...(profession === undefined ? {} : { profession }),
      ...{ posts: 0, held: 0, needed: none(), ready: none() },
    };
    parts.set(key, part);
    return part;
  };
  for (const post of posts) {
    const part = partOf(post);
    const rank = rankOf(horizons, post.horizon);
    part.posts += 1;
    if (post.filled) part.held += 1;
    else part.needed[rank]! += 1;
  }
  for (const expected of vacancies) {
    partOf(expected).needed[rankOf(horizons, expected.horizon)]! += expected.posts;
  }
  for (const people of ready) {
    partOf(people).ready[rankOf(horizons, people.horizon)]! += people.people;
  }
  return [...parts.values()];
}

function forecast(part: Part, horizons: readonly string[], { assumptions, inCase }: Assumed): Forecast {
  const about = assumptions.filter((assumption) => isAbout(assumption, part));
  const percent = (kind: AssumptionKind, horizon?: string) =>
    about
      .filter((assumption) => assumption.kind === kind && assumption.horizon === horizon)
      .reduce((sum, assumption) => sum + percentIn(assumption, inCase), 0);
  const converts = about.some(({ kind }) => kind === 'pool_conversion') ? percent('pool_conversion') : 100;
  return {
    ...part,
    demand: horizons.map(
      (horizon, at) =>
        100 * part.needed[at]! +
        percent('growth', horizon) * part.posts +
        percent('retirements', horizon) * part.held,
    ),
    supply: part.ready.map((people) => converts * people),
  };
}

function figuresOf(parts: readonly Forecast[], horizons: readonly string[]): readonly GapFigures[] {
  let [demand, supply] = [0, 0];
  return horizons.map((_, at) => {
    for (const part of parts) {
      demand += part.demand[at]!;
      supply += part.supply[at]!;
    }
    return {
      demand,
      supply,
      gap: demand - supply,
      cover: demand === 0 ? null : Math.floor((100 * Math.min(supply, demand)) / demand),
      choice: demand === 0 ? null : Math.floor((100 * supply) / demand),
    };
  });
}

function keyOf(part: AssumptionScope, dimension: GapDimension): string | null {
  return (dimension === 'organisation' ? part.organisationId : part[dimension]) ?? null;
}

function byKeyNullLast(a: string | null, b: string | null): number {
  if (a === null || b === null) {
    return a === b ? 0 : a === null ? 1 : -1;
  }
  return a < b ? -1 : 1;
}
