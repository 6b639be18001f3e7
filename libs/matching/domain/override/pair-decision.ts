import { Conflict, InputRefused } from '@evenhand/kernel';

/** What can be decided about a pair of a round: that it is matched, or that it is not. */
export const DECISION_KINDS = ['pin', 'forbid'] as const;
/** One of {@link DECISION_KINDS}. */
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** A decision about one pair, its people under the pseudonyms of the round. */
export interface PairDecision {
  readonly kind: DecisionKind;
  readonly mentee: string;
  readonly mentor: string;
}

/** Who decides. */
export interface Decider {
  readonly role: string;
  /** Absent where the token was made for nobody in particular. */
  readonly personId?: string;
}

/** A decision with who is accountable for it. */
export interface Override extends PairDecision {
  /** 1 to {@link LONGEST_REASON} characters. */
  readonly reason: string;
  readonly decidedBy: Decider;
}

/** The longest reason, in UTF-16 code units. */
export const LONGEST_REASON = 2000;

/** @returns the reason without space around it @throws InputRefused where it is empty or too long */
export function checkedReason(reason: string): string {
  const trimmed = reason.trim();
  InputRefused.ifAny(
    trimmed === '' || trimmed.length > LONGEST_REASON
      ? [`reason: it must be 1 to ${LONGEST_REASON} characters`]
      : [],
  );
  return trimmed;
}

/**
 * Later decisions hold earlier ones, so none can take another back.
 *
 * @throws Conflict `override.contradicts` where an earlier decision says otherwise, `override.already-decided` where one
 *   says the same
 */
export function refuseContradiction(earlier: readonly PairDecision[], next: PairDecision): void {
  for (const { kind, mentor } of earlier.filter((one) => one.mentee === next.mentee)) {
    if (mentor === next.mentor && kind === next.kind) {
      throw new Conflict('override.already-decided', `An earlier override decided the same: ${said(kind)}.`);
    }
    if (mentor === next.mentor || (kind === 'pin' && next.kind === 'pin')) {
      throw new Conflict(
        'override.contradicts',
        `An earlier override of this round says otherwise: ${said(kind)}. To take it back, discard the round and run another one.`,
      );
    }
  }
}

function said(kind: DecisionKind): string {
  return kind === 'pin'
    ? 'the mentee is pinned to a mentor'
    : 'this mentor is not to be matched with this mentee';
}
