import type { OwnMembership } from '@evenhand/talent';
import { ListField, ObjectField } from '../../http/fields/fields';
import { NextPage } from '../../http/paging';
import { PoolMemberAnswer, poolMemberAnswer } from './pool-members.dto';
import { TalentPoolAnswer, talentPoolAnswer } from './talent-pools.dto';

/** What the caller is to a pool themselves. */
export class PoolMembershipAnswer {
  @ObjectField(() => TalentPoolAnswer, { description: 'The pool.' })
  pool!: TalentPoolAnswer;

  @ObjectField(() => PoolMemberAnswer, { description: 'How the caller stands with it.' })
  membership!: PoolMemberAnswer;
}

/** One page of the caller's memberships. */
export class PoolMembershipPage extends NextPage {
  @ListField(() => PoolMembershipAnswer, { description: 'What they came to last first.', max: 200 })
  items!: readonly PoolMembershipAnswer[];
}

/** Shapes a membership for whose it is. */
export function poolMembershipAnswer({ pool, member }: OwnMembership): PoolMembershipAnswer {
  return { pool: talentPoolAnswer(pool), membership: poolMemberAnswer(member, undefined) };
}
