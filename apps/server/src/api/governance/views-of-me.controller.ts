import { ListViewsOfMe } from '@evenhand/governance';
import type { Authority } from '@evenhand/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { ViewOfMeAnswer, viewOfMeAnswer, ViewsOfMePage } from './audit-events.dto';

/** Who looked at what is held on the caller. */
@ApiTags('Audit log')
@Controller('me/audit-events')
export class ViewsOfMeController {
  constructor(private readonly list: ListViewsOfMe) {}

  @Get()
  @ApiOperation({ summary: 'List who looked at your data, and what else was done with it' })
  @ApiOkResponse({ type: ViewsOfMePage })
  // An account that is nobody in any programme is its holder's own, too.
  @Permission('audit-events:read-own', 'account:read')
  async getAll(
    @Query() _query: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<AnswerOf<ViewOfMeAnswer>>> {
    return paging.answer(await this.list.run(authority, paging.request), viewOfMeAnswer);
  }
}
