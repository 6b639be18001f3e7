import { Conflict } from '@evenhand/kernel';
import { type AssessedDimension, refuseRepeatedDimensions } from '../assessment/assessed-dimension';
import type { WayIn } from './talent-pool';

/** Where somebody stands with a talent pool. Whoever applies has declared their interest by that. */
export const MEMBER_STATES = [
  'nominated',
  'interested',
  'assessed',
  'in_pool',
  'not_in_pool',
  'declined',
  'appointed',
  'left',
] as const;
/** The code of a member's state. */
export type MemberState = (typeof MEMBER_STATES)[number];

/**
 * States in which somebody belongs to a pool's composition: they have said themselves that they want to, and are neither
 * turned down nor gone. Being put forward by others is not enough. A person has at most one such membership of a pool;
 * beside it, and after it, stands whatever others say when they put them forward, who learn nothing of it by that.
 */
export const COUNTED_MEMBER_STATES = [
  'interested',
  'assessed',
  'in_pool',
] as const satisfies readonly MemberState[];
/** A state that counts in a pool's composition. */
export type CountedMemberState = (typeof COUNTED_MEMBER_STATES)[number];

/** As what somebody puts a colleague forward. */
export const NOMINATORS = ['mentor', 'champion', 'manager'] as const;
/** The code of a kind of nominator. */
export type Nominator = (typeof NOMINATORS)[number];

/** As whom somebody did something: the role they had, and the person they are where they are one of the programme. */
export interface ActingAs {
  readonly role: string;
  readonly personId?: string;
}

/** When somebody would be ready for what the pool is for, and what shows it. */
export interface Readiness {
  /** Code of a horizon in the catalogue. */
  readonly horizon: string;
  /** What shows it, 1 to 2,000 characters. */
  readonly evidence: string;
  /** What they were looked at for beside the criteria, none twice; what nobody could judge is left out. */
  readonly dimensions?: readonly AssessedDimension[];
}

/** How ready somebody was found to be, against one version of the criteria. */
export interface Assessment extends Readiness {
  readonly criteriaVersion: number;
  readonly assessedAt: Date;
  readonly assessor: ActingAs;
}

/** Who put somebody forward, and as what. */
export interface Nomination {
  readonly as: Nominator;
  readonly by: ActingAs;
}

/** Somebody's way through a talent pool. */
export interface PoolMember {
  /** UUID. */
  readonly id: string;
  readonly poolId: string;
  readonly personId: string;
  readonly wayIn: WayIn;
  readonly state: MemberState;
  /** Why this person, in the words of whoever nominates or applies; 1 to 2,000 characters. */
  readonly reason: string;
  /** Absent for those who applied. */
  readonly nomination?: Nomination;
  readonly cameAt: Date;
  readonly interestDeclaredAt?: Date;
  readonly assessment?: Assessment;
  /** When they declined, were appointed or left, and the words that came with it: the post, or why. */
  readonly ending?: { readonly at: Date; readonly note?: string };
  readonly version: number;
}

const MOVES = {
  declareInterest: { from: ['nominated'], to: 'interested' },
  decline: { from: ['nominated'], to: 'declined' },
  assess: { from: ['interested', 'assessed'], to: 'assessed' },
  takeIn: { from: ['assessed'], to: 'in_pool' },
  turnDown: { from: ['assessed'], to: 'not_in_pool' },
  appoint: { from: ['in_pool'], to: 'appointed' },
  leave: { from: ['interested', 'assessed', 'in_pool'], to: 'left' },
} as const satisfies Record<string, { from: readonly MemberState[]; to: MemberState }>;

/** A move of a member. */
export type MemberMove = keyof typeof MOVES;

/** @throws Conflict `talent-pool-member.cannot-<move>` from any state that does not allow the move, as every function here */
export function declareInterest(member: PoolMember, at: Date): PoolMember {
  return { ...move(member, 'declareInterest'), interestDeclaredAt: at };
}

/** The person does not want to be considered; nobody has to say why. */
export function declineNomination(member: PoolMember, note: string | undefined, at: Date): PoolMember {
  return end(move(member, 'decline'), note, at);
}

/**
 * Records how ready somebody is, anew where it was recorded before.
 *
 * @throws InputRefused where a dimension stands there twice, Conflict as {@link refusePartialJudge}
 */
export function assess(member: PoolMember, assessment: Assessment): PoolMember {
  refuseRepeatedDimensions(assessment.dimensions ?? []);
  refusePartialJudge(member, assessment.assessor);
  return { ...move(member, 'assess'), assessment };
}

/** Somebody takes up a post of the kind that the pool is for. */
export function appoint(member: PoolMember, post: string, at: Date): PoolMember {
  return end(move(member, 'appoint'), post, at);
}

/** Somebody leaves the pool, or the way to it. */
export function leave(member: PoolMember, reason: string | undefined, at: Date): PoolMember {
  return end(move(member, 'leave'), reason, at);
}

/**
 * Nobody judges themselves, or whom they put forward.
 *
 * @throws Conflict `talent-pool-member.cannot-judge-oneself`, `talent-pool-member.cannot-judge-own-nominee`
 */
export function refusePartialJudge(member: PoolMember, judge: ActingAs): void {
  if (judge.personId === member.personId) {
    throw new Conflict(
      'talent-pool-member.cannot-judge-oneself',
      'Nobody assesses, decides on or appoints themselves: ask another member of the board.',
    );
  }
  if (isNominatedBy(member, judge)) {
    throw new Conflict(
      'talent-pool-member.cannot-judge-own-nominee',
      'You put this person forward: another member of the board has to assess them, decide on them and appoint them.',
    );
  }
}

/** Whether this is who put a member forward. */
export function isNominatedBy({ nomination }: PoolMember, { personId }: ActingAs): boolean {
  return personId !== undefined && nomination?.by.personId === personId;
}

/** The member in the state that the move leads to. */
export function move(member: PoolMember, name: MemberMove): PoolMember {
  const { from, to }: { from: readonly MemberState[]; to: MemberState } = MOVES[name];
  if (!from.includes(member.state)) {
    throw new Conflict(
      `talent-pool-member.cannot-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      `The member is ${inWords(member.state)}: only one who is ${from.map(inWords).join(' or ')} can become ${inWords(to)}.`,
    );
  }
  return { ...member, state: to };
}

function end(member: PoolMember, note: string | undefined, at: Date): PoolMember {
  return { ...member, ending: { at, ...(note === undefined ? {} : { note }) } };
}

function inWords(state: MemberState): string {
  return state.replaceAll('_', ' ');
}
