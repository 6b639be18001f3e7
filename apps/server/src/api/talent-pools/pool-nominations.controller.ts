import type { Authority } from '@evenhand/kernel';
import { ListOwnNominations } from '@evenhand/talent';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { OwnNominationAnswer, ownNominationAnswer, OwnNominationPage } from './pool-nominations.dto';

/** Whom the caller put forward. */
@ApiTags('Talent pools')
@Controller('talent-pools/:poolId/nominations')
export class PoolNominationsController {
  constructor(private readonly list: ListOwnNominations) {}

  @Get()
  @ApiOperation({
    summary: 'List whom you put forward',
    description: 'In your own words alone: what came of it is for the person and the board.',
  })
  @ApiOkResponse({ type: OwnNominationPage })
  @Permission('nominations:read-own')
  async getAll(
    @PathId('poolId') poolId: string,
    @Query() _query: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<OwnNominationAnswer>> {
    return paging.answer(await this.list.run(authority, poolId, paging.request), ownNominationAnswer);
  }
}
