import { DEFAULT_DISCLOSURE_POLICY, type DisclosurePolicy } from '@evenhand/disclosure';
import { daysBetween } from '@evenhand/kernel';
import type { Mentee, Mentor } from '@evenhand/people';
import type { Colleague } from './colleague';
import type { RunKind } from './lifecycle/matching-run';
import type { PairDecision } from './override/pair-decision';
import type { MatchingRules } from './rules';

/** The name and version that a snapshot gives itself. */
export const SNAPSHOT_FORMAT = 'evenhand.snapshot/1';

/**
 * Everything that a run is made from, frozen: inputs and rules, never pairs. Every id of a person is a pseudonym of this
 * round alone, organisations are ids, and neither name nor address is held, so that erasing a person means to delete the
 * link from the pseudonym and leaves the snapshot as it is.
 */
export interface Snapshot {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly round: string;
  readonly attempt: number;
  readonly kind: RunKind;
  /** Day up to which waiting is counted, `YYYY-MM-DD`. */
  readonly onDate: string;
  /** Version of the catalogue that the codes are of. */
  readonly catalogue: string;
  readonly rules: MatchingRules;
  /** By which counts stand in sentences; absent where it is the default one. */
  readonly policy?: DisclosurePolicy;
  /** By id. */
  readonly mentees: readonly Mentee[];
  /** By id; `capacity` is the places that are free. */
  readonly mentors: readonly Mentor[];
  /** By id. */
  readonly colleagues: readonly Colleague[];
  /** Mentee and mentor, sorted: pairs that are not to be made again. */
  readonly earlierPairs: readonly (readonly [string, string])[];
  /** Headcount by profession, where the programme gave them. */
  readonly headcounts: Readonly<Record<string, number>>;
  /** What people decided about single pairs; absent where nothing was decided. */
  readonly decided?: {
    /** In the order in which they were made. */
    readonly decisions: readonly PairDecision[];
    /** How many of each group path are to be matched, where that is possible; absent where nothing is to be held. */
    readonly held?: Readonly<Record<string, number>>;
  };
}

/** By which counts of a frozen round stand in sentences. */
export function policyIn({ policy = DEFAULT_DISCLOSURE_POLICY }: Snapshot): DisclosurePolicy {
  return policy;
}

/** Whole days that each mentee of a frozen round has waited. */
export function waitingDays({ mentees, onDate }: Snapshot): ReadonlyMap<string, number> {
  return new Map(mentees.map(({ id, waitingSince = onDate }) => [id, daysBetween(waitingSince, onDate)]));
}
