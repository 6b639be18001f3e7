import type { OverrideEffect } from '../override/override-effect';
import type { PairDecision } from '../override/pair-decision';
import type { OutcomeComparison } from '../outcome-comparison';
import type { FrontierPoint } from '../equity-frontier';
import type { RecruitmentTarget } from '../recruitment/recruitment-target';
import type { MatchingRules } from '../rules';
import type { RoundFailure } from './matching-round';
import type { RunProgress } from './matching-run';

/** What can be enquired into a solved round. None of it changes the round. */
export const ENQUIRY_KINDS = ['replay', 'preview', 'frontier', 'recruitment', 'override'] as const;
/** The code of a kind of enquiry. */
export type EnquiryKind = (typeof ENQUIRY_KINDS)[number];

/**
 * What is asked: whether the frozen input still gives the result that is kept (`replay`), what other rules would have
 * made of it (`preview`), what evenness costs in waiting and score (`frontier`), what the mentors who are proposed to be
 * recruited would change (`recruitment`), whom somebody else could be
 * matched with and what a decision about a pair would do (`override`).
 */
export type EnquiryQuestion =
  | { readonly kind: 'replay' }
  | { readonly kind: 'preview'; readonly rules: MatchingRules }
  | { readonly kind: 'frontier' }
  | { readonly kind: 'recruitment' }
  | {
      readonly kind: 'override';
      /** Pseudonym of the mentee whose alternatives are told. */
      readonly mentee: string;
      /** Absent where nothing but the alternatives is asked for. */
      readonly decision?: PairDecision;
    };

/** What came of an enquiry, ids being the pseudonyms of the round: plain JSON, kept as it is. */
export type EnquiryAnswer =
  | {
      readonly kind: 'replay';
      /** The engine that solved it again, as `ENGINE` names it. */
      readonly engine: string;
      /** The first difference, in a sentence; absent where every byte is the same. */
      readonly difference?: string;
    }
  | { readonly kind: 'preview'; readonly comparison: OutcomeComparison }
  | {
      readonly kind: 'frontier';
      /** Without evenness, evenly over professional groups, evenly over these and then over professions. */
      readonly points: readonly FrontierPoint[];
    }
  | {
      readonly kind: 'recruitment';
      /** Those of the run, with what they would change; sentences hold no count under 10. */
      readonly targets: readonly RecruitmentTarget[];
      /** How many solves that took, of how many that could be afforded. */
      readonly solves: { readonly used: number; readonly affordable: number };
    }
  | { readonly kind: 'override'; readonly effect: OverrideEffect };

/** Where an enquiry stands. */
export const ENQUIRY_STATES = ['queued', 'running', 'answered', 'failed'] as const;
/** The code of an enquiry's state. */
export type EnquiryState = (typeof ENQUIRY_STATES)[number];

/** One question about one run of a round, and what came of it. What is answered, or failed, stays as it is. */
export interface Enquiry {
  /** UUID. */
  readonly id: string;
  readonly roundId: string;
  /** The run that stood for the round when it was asked. */
  readonly runId: string;
  readonly question: EnquiryQuestion;
  readonly state: EnquiryState;
  /** How often a worker began it and did not give it back. */
  readonly deliveries: number;
  readonly progress: RunProgress;
  readonly failure?: RoundFailure;
  readonly answer?: EnquiryAnswer;
  readonly askedAt: Date;
  readonly answeredAt?: Date;
}
