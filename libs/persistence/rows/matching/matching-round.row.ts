import type { DisclosurePolicy } from '@evenhand/disclosure';
import type { MatchingRules, RoundFailure, RoundScope, RoundState } from '@evenhand/matching';

/** A row of `matching_round`. */
export interface MatchingRoundRow {
  readonly id: string;
  readonly programme_id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly rules: MatchingRules;
  readonly scope: RoundScope;
  readonly pseudonym_key: string;
  /** Null where it is the default one. */
  readonly policy: DisclosurePolicy | null;
  readonly attempt: number;
  readonly run_id: string | null;
  readonly failure: RoundFailure | null;
  readonly created_at: Date;
  readonly rules_fixed_at: Date;
  readonly published_at: Date | null;
  readonly version: number;
}
