import type { Authority, Page, PageRequest } from '@evenhand/kernel';
import { Injectable } from '@nestjs/common';
import type { PoolMember } from '../../domain/pools/pool-member';
import { PoolMemberRepository } from '../ports/pool-member.repository';
import { TalentPoolRepository } from '../ports/talent-pool.repository';
import { reachedPool } from './reached-pool';
import { mentorIn } from '../who-sees-what';

/** What a mentor said when they put somebody forward. What came of it is for that person and the board. */
export interface OwnNomination extends Pick<PoolMember, 'id' | 'personId' | 'reason' | 'cameAt'> {
  readonly as: NonNullable<PoolMember['nomination']>['as'];
}

/** Lists whom somebody put forward for a pool themselves, the latest first. */
@Injectable()
export class ListOwnNominations {
  constructor(
    private readonly pools: TalentPoolRepository,
    private readonly members: PoolMemberRepository,
  ) {}

  /** @throws NotFound where the pool is not there for them */
  async run(authority: Authority, poolId: string, page: PageRequest): Promise<Page<OwnNomination>> {
    const { programmeId } = await reachedPool(this.pools, authority, poolId);
    const nominator = mentorIn(authority, programmeId)?.personId;
    if (nominator === undefined) {
      return { items: [] };
    }
    const { items, ...rest } = await this.members.list({ poolId, nominatedBy: nominator }, page);
    return { ...rest, items: items.flatMap(ownNominations) };
  }
}

function ownNominations({ id, personId, reason, cameAt, nomination }: PoolMember): readonly OwnNomination[] {
  return nomination === undefined ? [] : [{ id, personId, reason, cameAt, as: nomination.as }];
}
