import type {
  EnquiryAnswer,
  EnquiryQuestion,
  EnquiryState,
  RoundFailure,
  RunProgress,
} from '@evenhand/matching';

/** A row of `round_enquiry`. */
export interface RoundEnquiryRow {
  readonly id: string;
  readonly round_id: string;
  readonly run_id: string;
  readonly question: EnquiryQuestion;
  readonly state: EnquiryState;
  readonly deliveries: number;
  readonly progress: RunProgress;
  readonly failure: RoundFailure | null;
  readonly answer: EnquiryAnswer | null;
  readonly asked_at: Date;
  readonly answered_at: Date | null;
}
