import { ApproveBreakGlass, AskToBreakGlass, ListBrokenGlass } from '@evenhand/identity';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import {
  BreakGlassAnswer,
  breakGlassAnswer,
  BreakGlassPage,
  NewBreakGlass,
  openedRecord,
  OpenedRecords,
} from './break-glass.dto';

/** Records that an admin sees although they are none of an admin's business. */
@ApiTags('Accounts and roles')
@Controller()
export class BreakGlassController {
  constructor(
    private readonly ask: AskToBreakGlass,
    private readonly approve: ApproveBreakGlass,
    private readonly list: ListBrokenGlass,
  ) {}

  @Post('break-glass')
  @ApiOperation({ summary: 'Ask to see a record; another admin has to agree, and the person is told' })
  @ApiCreatedResponse({ type: BreakGlassAnswer })
  @Permission('glass:break')
  async post(
    @Body() { personId, reason }: NewBreakGlass,
    @CurrentAuthority() authority: Authority,
  ): Promise<BreakGlassAnswer> {
    return breakGlassAnswer(await this.ask.run(authority, personId, reason));
  }

  @Get('break-glass')
  @ApiOperation({ summary: 'List which records admins asked to see' })
  @ApiOkResponse({ type: BreakGlassPage })
  @Permission('glass:break')
  async getAll(
    @Query() _: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<BreakGlassAnswer>> {
    return paging.answer(await this.list.run(authority, paging.request), breakGlassAnswer);
  }

  @Post('break-glass/:id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Agree that another admin sees a record for an hour' })
  @ApiOkResponse({ type: BreakGlassAnswer })
  @Permission('glass:break')
  async postApprove(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<BreakGlassAnswer> {
    return breakGlassAnswer(await this.approve.run(authority, id));
  }

  @Get('me/opened-records')
  @ApiOperation({ summary: 'Read when an admin saw your record, and why' })
  @ApiOkResponse({ type: OpenedRecords })
  @Permission('account:read')
  async getOwn(@CurrentAuthority() authority: Authority): Promise<OpenedRecords> {
    return { items: (await this.list.ofActor(authority)).map(openedRecord) };
  }
}
