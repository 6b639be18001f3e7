import type { Access } from './access';
import type { CoveredGap, CriterionPoints, UncoveredGap } from './explanation';
import type { GapNobodyOffers } from './gaps-nobody-offers';
import type { UnmatchedReason } from './unmatched-reason';

/** That a result was shown to be the best matching of its problem before it was kept. One that was not is never kept. */
export interface RunVerdict {
  readonly valid: true;
  /** The engine that solved it. */
  readonly engine: string;
  /** SHA-256 of the problem's canonical text, hexadecimal. */
  readonly problemSha256: string;
}

/** What came of a run, ids being the pseudonyms of its snapshot: plain JSON, kept as it is. */
export interface RunOutcome {
  readonly format: 'evenhand.outcome/1';
  /** The engine that solved it, as `ENGINE` names it. */
  readonly engine: string;
  readonly totals: {
    readonly asked: number;
    readonly matched: number;
    readonly mentors: number;
    readonly places: number;
  };
  readonly access: Access;
  readonly matches: readonly {
    readonly mentee: string;
    readonly mentor: string;
    readonly score: number;
    readonly points: readonly CriterionPoints[];
    readonly gaps: readonly CoveredGap[];
    readonly gapsNotCovered: readonly UncoveredGap[];
    readonly notes: readonly string[];
  }[];
  readonly unmatched: readonly ({ readonly mentee: string } & UnmatchedReason)[];
  readonly gapsNobodyOffers: readonly GapNobodyOffers[];
  readonly notices: readonly { readonly code: string; readonly sentence: string }[];
  /** Absent where the run was solved before results were verified. */
  readonly verdict?: RunVerdict;
}

/** What came of a run in counts, without a word on any single person. */
export type RunSummary = Omit<RunOutcome, 'matches' | 'unmatched'>;

/** What the solver hands back. */
export interface SolvedRun {
  readonly outcome: RunOutcome;
  /** `evenhand.result/1`, byte for byte the same wherever the snapshot is solved by this engine. */
  readonly result: string;
}

/** Sum of the scores of a run's matches. */
export function totalScore({ matches }: Pick<RunOutcome, 'matches'>): number {
  return matches.reduce((sum, { score }) => sum + score, 0);
}
