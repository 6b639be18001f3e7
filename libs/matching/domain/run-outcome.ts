import type { Access } from './access';
import type { Bottleneck } from './bottleneck';
import type { CoveredGap, CriterionPoints, UncoveredGap } from './explanation';
import type { GapNobodyOffers } from './gaps-nobody-offers';
import type { MentorRank } from './mentor-ranks';
import type { PlaceGain } from './place-worth';
import type { RecruitmentTarget } from './recruitment/recruitment-target';
import type { UnmatchedReason } from './unmatched-reason';

/** That a result was shown to be the best matching of its problem before it was kept. One that was not is never kept. */
export interface RunVerdict {
  readonly valid: true;
  /** The engine that solved it. */
  readonly engine: string;
  /** SHA-256 of the problem's canonical text, hexadecimal. */
  readonly problemSha256: string;
  /** Present where people decided about single pairs: it is the best one given these. */
  readonly overridden?: true;
  /**
   * Present where it is the best one of those alone that keep, besides, the number of matches that every group had before
   * the last decision: of every profession too, where the rules balance these.
   */
  readonly countsHeld?: true;
}

/** How many mentors there are with whom one more place could bring the same first. */
export interface PlaceGainCount {
  readonly gain: PlaceGain;
  readonly mentors: number;
}

/** Why a run left people without a match, and what would change it. Counts are true ones, sentences hold none under 10. */
export interface RunBottlenecks {
  /** Those that leave most people without a match first, at most {@link MOST_BOTTLENECKS}. */
  readonly bottlenecks: readonly Bottleneck[];
  /** How many smaller ones there are beside these. */
  readonly others: number;
  /** Whom to recruit, without the effects: these are solved for when somebody asks. */
  readonly targets: readonly RecruitmentTarget[];
  /** What one more place could bring, the most first, by the prices of the certificate. */
  readonly placeWorth: readonly PlaceGainCount[];
}

/** A round has fewer that matter; each holds lists by group, profession and topic. */
export const MOST_BOTTLENECKS = 20;

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
  /** Where the mentor stood among those eligible is absent where the run was solved before that was kept. */
  readonly matches: readonly (Partial<MentorRank> & {
    readonly mentee: string;
    readonly mentor: string;
    readonly score: number;
    readonly points: readonly CriterionPoints[];
    readonly gaps: readonly CoveredGap[];
    readonly gapsNotCovered: readonly UncoveredGap[];
    readonly notes: readonly string[];
  })[];
  readonly unmatched: readonly ({ readonly mentee: string } & UnmatchedReason)[];
  readonly gapsNobodyOffers: readonly GapNobodyOffers[];
  readonly notices: readonly { readonly code: string; readonly sentence: string }[];
  /** Absent where the run was solved before results were verified. */
  readonly verdict?: RunVerdict;
  /** Present where people decided about single pairs: how many, and whether every group and profession kept its number. */
  readonly given?: { readonly decisions: number; readonly countsKept: boolean };
  /** Absent where the run was solved before they were kept, and in a run that fills a round again. */
  readonly bottlenecks?: RunBottlenecks;
}

/** What came of a run in counts, without a word on any single person, and without what is long. */
export type RunSummary = Omit<RunOutcome, 'matches' | 'unmatched' | 'bottlenecks'>;

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
