import { Conflict } from '@evenhand/kernel';
import type { CoveredGap, CriterionPoints, UncoveredGap } from '../explanation';
import type { MentorRank } from '../mentor-ranks';

/**
 * Where a proposal stands. While it is offered it uses one of the mentor's places, and once it is confirmed until the
 * mentoring that follows from it is over.
 */
export const PROPOSAL_STATES = ['offered', 'confirmed', 'declined', 'expired', 'superseded'] as const;
/** The code of a proposal's state. */
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** The two people of a proposal. */
export type Side = 'mentee' | 'mentor';

/** Why somebody declines. */
export const DECLINE_REASONS = [
  'no_time',
  'topics_do_not_fit',
  'too_close_at_work',
  'conflict_of_interest',
  'found_elsewhere',
  'request_withdrawn',
  'no_longer_takes_part',
  'rather_not_say',
] as const;
/** The code of a reason to decline. */
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** A question that one side asked before they decide. The clock goes on. */
export interface Question {
  readonly by: Side;
  readonly askedAt: Date;
  /** 1 to 2,000 characters. */
  readonly text: string;
}

/**
 * A pair that a round proposes to both of its people. Where the mentor stands among those eligible is absent where that was
 * not kept yet, or the pair comes from a run that filled the round again.
 */
export interface Proposal extends Partial<MentorRank> {
  /** UUID. */
  readonly id: string;
  readonly roundId: string;
  /** The run that found the pair. */
  readonly runId: string;
  readonly requestId: string;
  /** Person ids. */
  readonly menteeId: string;
  readonly mentorId: string;
  readonly state: ProposalState;
  readonly score: number;
  /** What both people can read of why. */
  readonly points: readonly CriterionPoints[];
  readonly gaps: readonly CoveredGap[];
  readonly gapsNotCovered: readonly UncoveredGap[];
  readonly notes: readonly string[];
  readonly offeredAt: Date;
  readonly expiresAt: Date;
  /** When a reminder of whoever had not answered fell due. Both can see it; it is not sent to anybody. */
  readonly remindedAt: readonly Date[];
  readonly menteeAcceptedAt?: Date;
  readonly mentorAcceptedAt?: Date;
  readonly questions: readonly Question[];
  readonly declined?: { readonly by: Side; readonly reason: DeclineReason; readonly note?: string };
  /** When it was confirmed, declined, expired or superseded. */
  readonly closedAt?: Date;
  readonly version: number;
}

/** Days after the offer on which a reminder of whoever has not answered falls due. */
export const REMINDER_DAYS: readonly number[] = [7, 12];
/** Days that both have to answer, unless configured otherwise. */
export const USUAL_PROPOSAL_DAYS = 14;

/** States in which a proposal uses a place of its mentor, a confirmed one as long as the mentoring goes on. */
export const PLACE_USING_STATES: readonly ProposalState[] = ['offered', 'confirmed'];

function refuseUnlessOffered({ state, expiresAt }: Proposal, verb: string, at: Date): void {
  if (state !== 'offered') {
    throw new Conflict('proposal.not-open', `The proposal is ${state}: it can no longer be ${verb}.`);
  }
  if (at >= expiresAt) {
    throw new Conflict('proposal.run-out', `The proposal ran out at ${expiresAt.toISOString()}.`);
  }
}

/** One side says yes; when both have, the pair is confirmed. @throws Conflict where the proposal is not open, or that side has said yes */
export function accept(proposal: Proposal, by: Side, at: Date): Proposal {
  refuseUnlessOffered(proposal, 'accepted', at);
  const own = by === 'mentee' ? proposal.menteeAcceptedAt : proposal.mentorAcceptedAt;
  if (own !== undefined) {
    throw new Conflict('proposal.already-accepted', `The ${by} has accepted already.`);
  }
  const accepted: Proposal =
    by === 'mentee' ? { ...proposal, menteeAcceptedAt: at } : { ...proposal, mentorAcceptedAt: at };
  return accepted.menteeAcceptedAt !== undefined && accepted.mentorAcceptedAt !== undefined
    ? { ...accepted, state: 'confirmed', closedAt: at }
    : accepted;
}

/** One side says no. @throws Conflict where the proposal is not open */
export function decline(
  proposal: Proposal,
  declined: { readonly by: Side; readonly reason: DeclineReason; readonly note?: string },
  at: Date,
): Proposal {
  refuseUnlessOffered(proposal, 'declined', at);
  return { ...proposal, state: 'declined', declined, closedAt: at };
}

/** One side asks before they decide. @throws Conflict where the proposal is not open */
export function ask(proposal: Proposal, by: Side, text: string, at: Date): Proposal {
  refuseUnlessOffered(proposal, 'asked about', at);
  return { ...proposal, questions: [...proposal.questions, { by, askedAt: at, text }] };
}

/** The time is up. @throws Conflict where the proposal is not open, or has time left */
export function expire(proposal: Proposal, at: Date): Proposal {
  if (proposal.state !== 'offered') {
    throw new Conflict('proposal.not-open', `The proposal is ${proposal.state}: it can no longer run out.`);
  }
  if (at < proposal.expiresAt) {
    throw new Conflict(
      'proposal.has-time-left',
      `The proposal runs out at ${proposal.expiresAt.toISOString()}.`,
    );
  }
  return { ...proposal, state: 'expired', closedAt: at };
}

/** How many reminders an offered proposal is behind with at a time. */
export function remindersDue({ state, offeredAt, remindedAt }: Proposal, at: Date): number {
  const reached = REMINDER_DAYS.filter((days) => at >= daysAfter(offeredAt, days)).length;
  return state === 'offered' ? Math.max(0, reached - remindedAt.length) : 0;
}

/** Keeps that reminders fell due, all that are overdue at the same time. */
export function remind(proposal: Proposal, at: Date): Proposal {
  const missed = Array.from({ length: remindersDue(proposal, at) }, () => at);
  return { ...proposal, remindedAt: [...proposal.remindedAt, ...missed] };
}

/** So many times 24 hours later. */
export function daysAfter(from: Date, days: number): Date {
  return new Date(from.getTime() + days * 86_400_000);
}

/** A coordinator's decision takes its place. @throws Conflict where the proposal is not open */
export function supersede(proposal: Proposal, at: Date): Proposal {
  refuseUnlessOffered(proposal, 'superseded', at);
  return { ...proposal, state: 'superseded', closedAt: at };
}
