import { Conflict, InputRefused } from '@evenhand/kernel';

/** What people cannot change of themselves, and may ask their coordinator to. */
export const CORRECTABLE_FIELDS = ['reference', 'email', 'line_manager'] as const;
/** The code of one of them. */
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number];

/** Where a request stands: a coordinator has put it right, or says why not. */
export const CORRECTION_STATES = ['open', 'corrected', 'refused'] as const;
/** The code of one of them. */
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** Somebody says that what is held on them is wrong. */
export interface CorrectionRequest {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly personId: string;
  readonly field: CorrectableField;
  /** What it should be; 1 to 320 characters. */
  readonly wanted: string;
  readonly state: CorrectionState;
  readonly askedAt: Date;
  readonly settledAt?: Date;
  /** What the coordinator said, 1 to 2,000 characters; always there where it was refused. */
  readonly answer?: string;
  readonly version: number;
}

/** What a coordinator decides. */
export interface CorrectionAnswer {
  readonly outcome: Exclude<CorrectionState, 'open'>;
  readonly answer?: string;
}

/**
 * Settles a request. Putting it right is a change of the person, which the coordinator makes first.
 *
 * @throws Conflict `correction-request.is-settled`, InputRefused where it is refused without a word
 */
export function settleCorrection(
  request: CorrectionRequest,
  { outcome, answer }: CorrectionAnswer,
  at: Date,
): CorrectionRequest {
  if (request.state !== 'open') {
    throw new Conflict(
      'correction-request.is-settled',
      `The request is ${request.state} already: whoever still wants something else asks anew.`,
    );
  }
  InputRefused.ifAny(
    outcome === 'refused' && answer === undefined ? ['answer: whoever is refused is told why'] : [],
  );
  return { ...request, state: outcome, settledAt: at, ...(answer === undefined ? {} : { answer }) };
}
