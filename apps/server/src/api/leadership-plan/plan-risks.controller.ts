import type { Authority } from '@evenhand/kernel';
import { AddPlanEntry, ChangePlanEntry, ListPlanEntries, ReadPlanEntry } from '@evenhand/talent';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import { PlanRiskAnswer, planRiskAnswer, PlanRiskBody, PlanRiskPage } from './plan-entries.dto';

/** What stands in the way of a plan, or may, and how far up it is taken. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/risks')
export class PlanRisksController {
  constructor(
    private readonly add: AddPlanEntry,
    private readonly change: ChangePlanEntry,
    private readonly read: ReadPlanEntry,
    private readonly list: ListPlanEntries,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Write a barrier or risk into a plan' })
  @ApiCreatedResponse({ type: PlanRiskAnswer })
  @Permission('leadership-plan:write')
  @Versioned()
  @Located('leadership-plan/:id/risks')
  async post(
    @PathId('id') id: string,
    @Body() body: PlanRiskBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<PlanRiskAnswer> {
    return planRiskAnswer(await this.add.run(authority, { programmeId: id, kind: 'risk' }, body));
  }

  @Get()
  @ApiOperation({ summary: 'List the barriers and risks of a plan' })
  @ApiOkResponse({ type: PlanRiskPage })
  @Permission('leadership-plan:read')
  async getAll(
    @PathId('id') id: string,
    @Query() _: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<PlanRiskAnswer>> {
    const of = { programmeId: id, kind: 'risk' } as const;
    return paging.answer(await this.list.run(authority, of, paging.request), planRiskAnswer);
  }

  @Get(':risk')
  @ApiOperation({ summary: 'Read a barrier or risk of a plan' })
  @ApiOkResponse({ type: PlanRiskAnswer })
  @Permission('leadership-plan:read')
  @Versioned()
  async get(
    @PathId('id') id: string,
    @PathId('risk') entryId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<PlanRiskAnswer> {
    const at = { programmeId: id, kind: 'risk', id: entryId } as const;
    return planRiskAnswer(await this.read.run(authority, at));
  }

  @Put(':risk')
  @ApiOperation({ summary: 'Replace what a barrier or risk says' })
  @ApiOkResponse({ type: PlanRiskAnswer })
  @Permission('leadership-plan:write')
  @Versioned()
  async putOne(
    @PathId('id') id: string,
    @PathId('risk') entryId: string,
    @ExpectedVersion() version: number,
    @Body() body: PlanRiskBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<PlanRiskAnswer> {
    const at = { programmeId: id, kind: 'risk', id: entryId } as const;
    return planRiskAnswer(await this.change.run(authority, at, version, body));
  }
}
