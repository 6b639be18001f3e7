import type { Authority } from '@evenhand/kernel';
import { AddPlanEntry, ChangePlanEntry, ListPlanEntries, ReadPlanEntry } from '@evenhand/talent';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import { PlanActionAnswer, planActionAnswer, PlanActionBody, PlanActionPage } from './plan-entries.dto';

/** What a plan says will be done, by whom and by when. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/actions')
export class PlanActionsController {
  constructor(
    private readonly add: AddPlanEntry,
    private readonly change: ChangePlanEntry,
    private readonly read: ReadPlanEntry,
    private readonly list: ListPlanEntries,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Write an action into a plan' })
  @ApiCreatedResponse({ type: PlanActionAnswer })
  @Permission('leadership-plan:write')
  @Versioned()
  @Located('leadership-plan/:id/actions')
  async post(
    @PathId('id') id: string,
    @Body() body: PlanActionBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<PlanActionAnswer> {
    return planActionAnswer(await this.add.run(authority, { programmeId: id, kind: 'action' }, body));
  }

  @Get()
  @ApiOperation({ summary: 'List the actions of a plan' })
  @ApiOkResponse({ type: PlanActionPage })
  @Permission('leadership-plan:read')
  async getAll(
    @PathId('id') id: string,
    @Query() _: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<PlanActionAnswer>> {
    const of = { programmeId: id, kind: 'action' } as const;
    return paging.answer(await this.list.run(authority, of, paging.request), planActionAnswer);
  }

  @Get(':action')
  @ApiOperation({ summary: 'Read an action of a plan' })
  @ApiOkResponse({ type: PlanActionAnswer })
  @Permission('leadership-plan:read')
  @Versioned()
  async get(
    @PathId('id') id: string,
    @PathId('action') entryId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<PlanActionAnswer> {
    const at = { programmeId: id, kind: 'action', id: entryId } as const;
    return planActionAnswer(await this.read.run(authority, at));
  }

  @Put(':action')
  @ApiOperation({ summary: 'Replace what an action says' })
  @ApiOkResponse({ type: PlanActionAnswer })
  @Permission('leadership-plan:write')
  @Versioned()
  async putOne(
    @PathId('id') id: string,
    @PathId('action') entryId: string,
    @ExpectedVersion() version: number,
    @Body() body: PlanActionBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<PlanActionAnswer> {
    const at = { programmeId: id, kind: 'action', id: entryId } as const;
    return planActionAnswer(await this.change.run(authority, at, version, body));
  }
}
