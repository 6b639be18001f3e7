import type { Page, PageRequest } from '@evenhand/kernel';
import type { MemberState, PoolMember } from '../../domain/pools/pool-member';
import type { ShownMembers } from '../../domain/pools/shown-members';

/** Which members of a pool are listed; what is absent leaves none out. */
export interface MemberFilter {
  readonly poolId: string;
  readonly states?: readonly MemberState[];
  readonly shown?: ShownMembers;
  /** Only whom this person put forward. */
  readonly nominatedBy?: string;
}

/** Keeps who is on the way into talent pools, and in them. */
export abstract class PoolMemberRepository {
  /** @throws Conflict `talent-pool-member.already-there` where the person is considered for the pool, or in it, and this is one more such membership */
  abstract add(member: PoolMember): Promise<void>;
  /**
   * The member as kept, one version higher than it was read.
   *
   * @throws StaleVersion when it has another version by now; Conflict as {@link add}
   */
  abstract save(member: PoolMember): Promise<PoolMember>;
  abstract byId(id: string): Promise<PoolMember | undefined>;
  abstract byIds(ids: readonly string[]): Promise<readonly PoolMember[]>;
  /** All that a person's way to a pool consists of: what became of them, and who put them forward. */
  abstract ofPerson(poolId: string, personId: string): Promise<readonly PoolMember[]>;
  /** All members of a pool in one of the states. */
  abstract inStates(poolId: string, states: readonly MemberState[]): Promise<readonly PoolMember[]>;
  /** What these people are to pools, whichever these are: what they came to last first. */
  abstract ofPersons(personIds: readonly string[], page: PageRequest): Promise<Page<PoolMember>>;
  /** Who came last first. */
  abstract list(filter: MemberFilter, page: PageRequest): Promise<Page<PoolMember>>;
}
