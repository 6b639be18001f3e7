import { Conflict, InputRefused } from '@evenhand/kernel';

/** Where an opportunity stands. */
export const OPPORTUNITY_STATES = ['open', 'closed'] as const;
/** The code of an opportunity's state. */
export type OpportunityState = (typeof OPPORTUNITY_STATES)[number];

/** What somebody who says what an opportunity is says. */
export interface OpportunityDetails {
  /** Code of its kind in the catalogue. */
  readonly kind: string;
  /** Code of the phase of a career that it is for. */
  readonly phase: string;
  /** 1 to 200 characters. */
  readonly title: string;
  /** 1 to 2,000 characters. */
  readonly description: string;
  /** The organisation that offers it; the programme itself where absent. */
  readonly organisationId?: string;
  /** Codes of the professions that it is for alone; for every profession where empty. */
  readonly professions: readonly string[];
  /** Why only they: a law, a registration that the work needs. Present where professions are named, and only there. */
  readonly professionsReason?: string;
  /** The last day on which to come forward, `YYYY-MM-DD`; it is closed from the next day on. */
  readonly closesOn?: string;
}

/** A chance to learn to lead that a programme or one of its organisations offers. */
export interface Opportunity extends OpportunityDetails {
  /** UUID. */
  readonly id: string;
  readonly programmeId: string;
  readonly state: OpportunityState;
  readonly createdAt: Date;
  /** Goes up by one with each change, from 1. */
  readonly version: number;
}

/**
 * Whoever keeps other professions out says why; whoever keeps nobody out has nothing to say.
 *
 * @throws InputRefused
 */
export function refuseUnreasoned({ professions, professionsReason }: OpportunityDetails): void {
  const names = professions.length > 0;
  InputRefused.ifAny([
    ...(names && professionsReason === undefined
      ? ['professionsReason: professions are named, and so every other one is kept out; say why']
      : []),
    ...(!names && professionsReason !== undefined
      ? ['professionsReason: no profession is named, and so there is nothing to give a reason for']
      : []),
  ]);
}

/** Nobody can come forward on a day that is over. @param today `YYYY-MM-DD` @throws InputRefused */
export function refuseOver({ closesOn }: OpportunityDetails, today: string): void {
  InputRefused.ifAny(
    closesOn !== undefined && closesOn < today
      ? [`closesOn: ${closesOn} is over; name today, ${today}, or a later day`]
      : [],
  );
}

/** The opportunity as it stands on a day: closed once the last day to come forward is over. @param today `YYYY-MM-DD` */
export function standingOn(opportunity: Opportunity, today: string): Opportunity {
  const isOver = opportunity.closesOn !== undefined && opportunity.closesOn < today;
  return isOver ? { ...opportunity, state: 'closed' } : opportunity;
}

/** @throws Conflict `opportunity.closed`, InputRefused */
export function changeOpportunity(
  opportunity: Opportunity,
  details: OpportunityDetails,
  today: string,
): Opportunity {
  refuseClosed(standingOn(opportunity, today));
  refuseUnreasoned(details);
  refuseOver(details, today);
  const { id, programmeId, state, createdAt, version } = opportunity;
  return { ...details, id, programmeId, state, createdAt, version };
}

/** @throws Conflict `opportunity.closed` */
export function closeOpportunity(opportunity: Opportunity, today: string): Opportunity {
  refuseClosed(standingOn(opportunity, today));
  return { ...opportunity, state: 'closed' };
}

function refuseClosed({ state }: Opportunity): void {
  if (state === 'closed') {
    throw new Conflict('opportunity.closed', 'The opportunity is closed: offer it anew.');
  }
}
