import type { Authority } from '@evenhand/kernel';
import { ListOwnMemberships } from '@evenhand/talent';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PoolMembershipAnswer, poolMembershipAnswer, PoolMembershipPage } from './pool-memberships.dto';

/** What the caller is to talent pools themselves. */
@ApiTags('Talent pools')
@Controller('me/pool-memberships')
export class PoolMembershipsController {
  constructor(private readonly list: ListOwnMemberships) {}

  @Get()
  @ApiOperation({
    summary: 'List your own memberships of talent pools, those too to which you were nominated',
    description: 'Of every pool in every programme where you are somebody, whatever came of it.',
  })
  @ApiOkResponse({ type: PoolMembershipPage })
  @Permission('talent-pools:read-own')
  async getAll(
    @Query() _query: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<PoolMembershipAnswer>> {
    return paging.answer(await this.list.run(authority, paging.request), poolMembershipAnswer);
  }
}
