import { NotFound } from '@evenhand/kernel';
import type { PersonRepository } from '@evenhand/people';
import type { PoolMember } from '../domain/pool-member';
import type { TalentPool } from '../domain/talent-pool';
import type { PoolMemberRepository } from './ports/pool-member.repository';
import type { TalentPoolRepository } from './ports/talent-pool.repository';

/** The pool. @throws NotFound */
export async function knownPool(pools: TalentPoolRepository, id: string): Promise<TalentPool> {
  return (await pools.byId(id)) ?? noPool(id);
}

/** The pool, held for this transaction. @throws NotFound */
export async function heldPool(pools: TalentPoolRepository, id: string): Promise<TalentPool> {
  return (await pools.lock(id)) ?? noPool(id);
}

/**
 * The pool as a person may see it: published, and of their own programme. With nobody in particular it is any.
 *
 * @throws NotFound
 */
export async function visiblePool(
  pools: TalentPoolRepository,
  persons: PersonRepository,
  id: string,
  own: string | undefined,
): Promise<TalentPool> {
  const pool = await knownPool(pools, id);
  if (own === undefined) {
    return pool;
  }
  const person = await persons.byId(own);
  return person?.programmeId === pool.programmeId && pool.state !== 'draft' ? pool : noPool(id);
}

/**
 * A member of a pool, and the pool held for this transaction: every move of a member waits for the one before.
 *
 * @param own the member must be this person
 * @throws NotFound
 */
export async function heldMember(
  pools: TalentPoolRepository,
  members: PoolMemberRepository,
  { poolId, memberId }: { readonly poolId: string; readonly memberId: string },
  own?: string,
): Promise<{ readonly pool: TalentPool; readonly member: PoolMember }> {
  const pool = await heldPool(pools, poolId);
  const member = await members.byId(memberId);
  if (member?.poolId !== poolId || (own !== undefined && member.personId !== own)) {
    throw new NotFound('talent pool member', memberId);
  }
  return { pool, member };
}

function noPool(id: string): never {
  throw new NotFound('talent pool', id);
}
