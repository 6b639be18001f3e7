import type { Authority } from '@evenhand/kernel';
import { DecidePlanSnapshot, PutPlanForward, ReadPlanSnapshots } from '@evenhand/talent';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { TurningDown } from '../turning-down.dto';
import { PlanSnapshotAnswer, planSnapshotAnswer, PlanSnapshotPage } from './plan-snapshots.dto';

/** Plans on their way to the public: a member of the board puts one forward, another one decides. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/snapshots')
export class PlanSnapshotsController {
  constructor(
    private readonly putForward: PutPlanForward,
    private readonly decide: DecidePlanSnapshot,
    private readonly read: ReadPlanSnapshots,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Put a plan forward to be published, as it stands now' })
  @ApiCreatedResponse({ type: PlanSnapshotAnswer })
  @Permission('leadership-plan:write')
  @Located('leadership-plan/:id/snapshots')
  async post(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<PlanSnapshotAnswer> {
    return planSnapshotAnswer(await this.putForward.run(authority, id));
  }

  @Get()
  @ApiOperation({ summary: 'List the snapshots of a plan' })
  @ApiOkResponse({ type: PlanSnapshotPage })
  @Permission('leadership-plan:read')
  async getAll(
    @PathId('id') id: string,
    @Query() _: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<PlanSnapshotAnswer>> {
    return paging.answer(await this.read.list(authority, id, paging.request), planSnapshotAnswer);
  }

  @Get(':snapshot')
  @ApiOperation({ summary: 'Read a snapshot of a plan' })
  @ApiOkResponse({ type: PlanSnapshotAnswer })
  @Permission('leadership-plan:read')
  async get(
    @PathId('id') programmeId: string,
    @PathId('snapshot') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<PlanSnapshotAnswer> {
    return planSnapshotAnswer(await this.read.one(authority, { of: { programmeId }, id }));
  }

  @Post(':snapshot/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish it, for good' })
  @ApiOkResponse({ type: PlanSnapshotAnswer })
  @Permission('leadership-plan:write')
  async postApprove(
    @PathId('id') programmeId: string,
    @PathId('snapshot') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<PlanSnapshotAnswer> {
    const at = { of: { programmeId }, id };
    return planSnapshotAnswer(await this.decide.run(authority, at, { state: 'published' }));
  }

  @Post(':snapshot/turn-down')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do not publish it, and say why' })
  @ApiOkResponse({ type: PlanSnapshotAnswer })
  @Permission('leadership-plan:write')
  async postTurnDown(
    @PathId('id') programmeId: string,
    @PathId('snapshot') id: string,
    @Body() { reason }: TurningDown,
    @CurrentAuthority() authority: Authority,
  ): Promise<PlanSnapshotAnswer> {
    const at = { of: { programmeId }, id };
    return planSnapshotAnswer(await this.decide.run(authority, at, { state: 'turned_down', reason }));
  }
}
