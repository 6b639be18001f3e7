import type { Proposal, ProposalState } from '@evenhand/matching';

/** A row of `proposal`. */
export interface ProposalRow {
  readonly id: string;
  readonly round_id: string;
  readonly run_id: string;
  readonly request_id: string;
  readonly mentee_id: string;
  readonly mentor_id: string;
  readonly state: ProposalState;
  readonly score: number;
  readonly mentor_rank: number | null;
  readonly eligible_mentors: number | null;
  readonly points: Proposal['points'];
  readonly gaps: Proposal['gaps'];
  readonly gaps_not_covered: Proposal['gapsNotCovered'];
  readonly notes: readonly string[];
  readonly offered_at: Date;
  readonly expires_at: Date;
  readonly reminded_at: readonly Date[];
  readonly mentee_accepted_at: Date | null;
  readonly mentor_accepted_at: Date | null;
  readonly questions: readonly QuestionCell[];
  readonly declined: NonNullable<Proposal['declined']> | null;
  readonly closed_at: Date | null;
  readonly version: number;
}

/** A question as JSON holds it. */
export interface QuestionCell {
  readonly by: 'mentee' | 'mentor';
  /** RFC 3339. */
  readonly askedAt: string;
  readonly text: string;
}
