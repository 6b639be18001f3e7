import {
  type DisclosurePolicy,
  type ReleasedCount,
  releasedCount,
  releasedRate,
  releaseTable,
} from '@evenhand/disclosure';
import type { Access } from '../../domain/access';
import type { MatchingRound, RoundScope, RoundState } from '../../domain/lifecycle/matching-round';
import type { MatchingRun } from '../../domain/lifecycle/matching-run';
import type { MatchingRules } from '../../domain/rules';
import type { RunVerdict } from '../../domain/run-outcome';

/** Counts as they are published: rounded, `null` where they are withheld. */
export interface ReleasedCounts {
  readonly places: ReleasedCount;
  readonly asked: ReleasedCount;
  readonly matched: ReleasedCount;
}

/** How one professional group fared, as it is published. */
export interface TransparentRow extends ReleasedCounts {
  /** Code and title of the group. */
  readonly path: string;
  readonly title: string;
  /** A whole percentage, worked out from the rounded counts; `null` where it is withheld. */
  readonly accessRate: number | null;
}

/** Rules as they are published: all that decides, with the counts of earlier rounds released like any other. */
export interface TransparentRules extends Omit<MatchingRules, 'prior'> {
  /** Requests closed and matches confirmed before the round, by group path. */
  readonly prior: Readonly<Record<string, ReleasedPrior>>;
}

/** Access before a round as it is published. */
export interface ReleasedPrior {
  readonly asked: ReleasedCount;
  readonly matched: ReleasedCount;
}

/** What the public may know of a round: how it decides from the start, and once it is published whom it reached. */
export interface TransparentRound {
  readonly id: string;
  readonly name: string;
  /** Name of the programme. */
  readonly programme: string;
  readonly state: RoundState;
  /** By which its counts are told. */
  readonly policy: DisclosurePolicy;
  /** With the seed. */
  readonly rules: TransparentRules;
  /** Since when they stand as they are. */
  readonly rulesFixedAt: Date;
  readonly scope: RoundScope;
  /** Version of the catalogue. */
  readonly catalogue: string;
  /** The engine that solved it; where one round is read, and it is published. */
  readonly engine?: string;
  /** That its result was shown to be the best one; where one round is read, and it is published. */
  readonly verdict?: RunVerdict;
  /** When the input was frozen that the round stands or fell by: neither a draft nor a cancelled round has one. */
  readonly frozenAt?: Date;
  /** SHA-256 of that input, hexadecimal. */
  readonly snapshotSha256?: string;
  readonly publishedAt?: Date;
  /** Access by professional group; where one round is read, and it is published. */
  readonly rows?: readonly TransparentRow[];
  readonly totals?: ReleasedCounts;
}

/** A table without rows has no columns to add up. */
const NOTHING_TOLD: ReleasedCounts = { places: null, asked: null, matched: null };

/** A round without what came of it. */
export function roundInTheOpen(
  { id, name, state, rules, rulesFixedAt, scope, policy, publishedAt }: MatchingRound,
  run: MatchingRun | undefined,
  programme: string,
  catalogue: string,
): TransparentRound {
  return {
    ...{
      id,
      name,
      programme,
      state,
      policy,
      rules: releasedRules(rules, policy),
      rulesFixedAt,
      scope,
      catalogue,
    },
    ...(run === undefined || state === 'cancelled'
      ? {}
      : { frozenAt: run.frozenAt, snapshotSha256: run.snapshotSha256 }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  };
}

function releasedRules({ prior, ...rules }: MatchingRules, policy: DisclosurePolicy): TransparentRules {
  const released = Object.entries(prior).map(([path, { asked, matched }]): [string, ReleasedPrior] => [
    path,
    { asked: releasedCount(asked, policy), matched: releasedCount(matched, policy) },
  ]);
  return { ...rules, prior: Object.fromEntries(released) };
}

/** Access by professional group as it may be published; rates are worked out from the rounded counts. */
export function releasedAccess(
  { groups }: Access,
  policy: DisclosurePolicy,
): Required<Pick<TransparentRound, 'rows' | 'totals'>> {
  const table = releaseTable(
    groups.map(({ path, places, asked, matched }) => ({ key: path, counts: { places, asked, matched } })),
    policy,
  );
  const titleOf = new Map(groups.map(({ path, title }) => [path, title]));
  return {
    rows: table.rows.map(({ key, counts }) => ({
      ...{ path: key, title: titleOf.get(key)! },
      ...counts,
      accessRate: releasedRate(counts.matched, counts.asked, policy),
    })),
    totals: groups.length === 0 ? NOTHING_TOLD : table.totals,
  };
}
