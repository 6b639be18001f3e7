import { type Authority, Forbidden, NotFound, type Reach } from '@evenhand/kernel';
import { type ActingAs, type PoolMember, refusePartialJudge } from '../../domain/pools/pool-member';
import { isShown } from '../../domain/pools/shown-members';
import type { TalentPool } from '../../domain/pools/talent-pool';
import type { PoolMemberRepository } from '../ports/pool-member.repository';
import type { TalentPoolRepository } from '../ports/talent-pool.repository';
import { actingAs, isThere, membersShownTo } from '../who-sees-what';

/** Where a member stands in the interface: under a pool. */
export interface MemberAddress {
  readonly poolId: string;
  readonly memberId: string;
}

/** A member, and the pool held for this transaction. */
export interface HeldMember {
  readonly pool: TalentPool;
  readonly member: PoolMember;
  /** By which role the member is reached; that of a whole programme before one's own. */
  readonly reach: Reach;
}

/** The pool. @throws NotFound where there is none for whoever asks */
export async function reachedPool(
  pools: TalentPoolRepository,
  authority: Authority,
  id: string,
): Promise<TalentPool> {
  return thereFor(authority, await pools.byId(id), id);
}

/** The pool, held for this transaction. @throws as {@link reachedPool} */
export async function heldPool(
  pools: TalentPoolRepository,
  authority: Authority,
  id: string,
): Promise<TalentPool> {
  return thereFor(authority, await pools.lock(id), id);
}

/** A member of a pool. @throws NotFound where there is none whom whoever asks may see */
export function shownMember(
  authority: Authority,
  { id: poolId, programmeId }: TalentPool,
  member: PoolMember | undefined,
  memberId: string,
): PoolMember {
  if (member?.poolId !== poolId || !isShown(member, membersShownTo(authority, programmeId))) {
    throw new NotFound('talent pool member', memberId);
  }
  return member;
}

/**
 * A member of a pool, and the pool held for this transaction: every move of a member waits for the one before.
 *
 * @throws as {@link reachedPool} and {@link shownMember}
 */
export async function heldMember(
  pools: TalentPoolRepository,
  members: PoolMemberRepository,
  authority: Authority,
  { poolId, memberId }: MemberAddress,
): Promise<HeldMember> {
  const pool = await heldPool(pools, authority, poolId);
  const member = shownMember(authority, pool, await members.byId(memberId), memberId);
  const reach = authority.over({ programmeId: pool.programmeId, personIds: [member.personId] })!;
  return { pool, member, reach };
}

/** The same, for what only they themselves can say. @throws as {@link heldMember}, Forbidden for anybody else */
export async function heldSelf(
  pools: TalentPoolRepository,
  members: PoolMemberRepository,
  authority: Authority,
  at: MemberAddress,
): Promise<HeldMember> {
  const held = await heldMember(pools, members, authority, at);
  if (authority.own({ personIds: [held.member.personId] }) === undefined) {
    throw new Forbidden('Only the person whom it is about can do this.');
  }
  return held;
}

/** The same, for what others say of them. @throws as {@link heldMember}, Forbidden for who reaches only their own */
export async function heldOther(
  pools: TalentPoolRepository,
  members: PoolMemberRepository,
  authority: Authority,
  at: MemberAddress,
): Promise<HeldMember> {
  const held = await heldMember(pools, members, authority, at);
  if (held.reach.personId !== undefined) {
    throw new Forbidden('Only those who decide on the pool can do this.');
  }
  return held;
}

/** The same, for what is said of a member by whoever has no part in it. */
export interface JudgedMember extends HeldMember {
  readonly judge: ActingAs;
}

/**
 * The same, for those who decide on the pool, and are neither the person themselves nor any of those who put them forward.
 *
 * @throws as {@link heldOther}, Conflict as {@link refusePartialJudge}
 */
export async function heldToJudge(
  pools: TalentPoolRepository,
  members: PoolMemberRepository,
  authority: Authority,
  at: MemberAddress,
): Promise<JudgedMember> {
  const held = await heldOther(pools, members, authority, at);
  const judge = actingAs(held.reach, authority, held.pool.programmeId);
  await refusePartial(members, held.member, judge);
  return { ...held, judge };
}

/** @throws Conflict as {@link refusePartialJudge}, by all that the member's way to the pool consists of */
export async function refusePartial(
  members: PoolMemberRepository,
  { poolId, personId }: PoolMember,
  judge: ActingAs,
): Promise<void> {
  for (const membership of await members.ofPerson(poolId, personId)) refusePartialJudge(membership, judge);
}

function thereFor(authority: Authority, pool: TalentPool | undefined, id: string): TalentPool {
  if (pool === undefined || !isThere(pool, authority)) {
    throw new NotFound('talent pool', id);
  }
  return pool;
}
