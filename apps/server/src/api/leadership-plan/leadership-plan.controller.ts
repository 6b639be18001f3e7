import type { Authority } from '@evenhand/kernel';
import {
  PutLeadershipPlan,
  PutPopulationBaseline,
  type Put as PutThing,
  ReadGap,
  ReadLeadershipPlan,
  ReadPlanDashboard,
  ReadPopulationBaseline,
} from '@evenhand/talent';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { PathId } from '../../http/path-id';
import { ReplacedVersion, Versioned } from '../../http/versions';
import { LivePlanDashboardAnswer, livePlanDashboardAnswer } from './plan-dashboard.dto';
import {
  LeadershipGapAnswer,
  leadershipGapAnswer,
  LeadershipGapQuery,
  LeadershipPlanAnswer,
  leadershipPlanAnswer,
  LeadershipPlanBody,
} from './leadership-plan.dto';
import {
  PopulationBaselineAnswer,
  populationBaselineAnswer,
  PopulationBaselineBody,
} from './population-baseline.dto';
import { PutInPlan } from './put-in-plan';

/** The plan of a programme: what it starts from, its gap, its measures and the populations it is held against. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id')
export class LeadershipPlanController {
  constructor(
    private readonly put: PutLeadershipPlan,
    private readonly read: ReadLeadershipPlan,
    private readonly readGap: ReadGap,
    private readonly readDashboard: ReadPlanDashboard,
    private readonly putBaseline: PutPopulationBaseline,
    private readonly readBaseline: ReadPopulationBaseline,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Read what the plan of a programme starts from' })
  @ApiOkResponse({ type: LeadershipPlanAnswer })
  @Permission('leadership-plan:read')
  @Versioned()
  async get(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<LeadershipPlanAnswer> {
    return leadershipPlanAnswer(await this.read.run(authority, id));
  }

  @Put()
  @ApiOperation({ summary: 'Make the plan of a programme, or replace what it starts from' })
  @ApiOkResponse({ type: LeadershipPlanAnswer, description: 'It was replaced.' })
  @ApiCreatedResponse({ type: LeadershipPlanAnswer, description: 'There was none before.' })
  @Permission('leadership-plan:write')
  @PutInPlan()
  @Versioned()
  async putPlan(
    @PathId('id') id: string,
    @ReplacedVersion() version: number | undefined,
    @Body() body: LeadershipPlanBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<PutThing<LeadershipPlanAnswer>> {
    const { thing, created } = await this.put.run(authority, id, body, version);
    return { thing: leadershipPlanAnswer(thing), created };
  }

  @Get('gap')
  @ApiOperation({ summary: 'Read demand, supply and gap of critical posts by horizon' })
  @ApiOkResponse({ type: LeadershipGapAnswer })
  @Permission('leadership-plan:read')
  async getGap(
    @PathId('id') id: string,
    @Query() { by = 'region' }: LeadershipGapQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<LeadershipGapAnswer> {
    return leadershipGapAnswer(await this.readGap.run(authority, id, by));
  }

  @Get('dashboard')
  @ApiOperation({ summary: 'Read how the plan is doing, in measures of our own, people in released counts' })
  @ApiOkResponse({ type: LivePlanDashboardAnswer })
  @Permission('leadership-plan:read')
  async getDashboard(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<LivePlanDashboardAnswer> {
    return livePlanDashboardAnswer(await this.readDashboard.run(authority, id));
  }

  @Get('population-baseline')
  @ApiOperation({ summary: 'Read the counts of workforce and community, as they were brought in' })
  @ApiOkResponse({ type: PopulationBaselineAnswer })
  @Permission('leadership-plan:write')
  @Versioned()
  async getBaseline(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<PopulationBaselineAnswer> {
    return populationBaselineAnswer(await this.readBaseline.run(authority, id));
  }

  @Put('population-baseline')
  @ApiOperation({ summary: 'Bring in counts of workforce and community, all at once' })
  @ApiOkResponse({ type: PopulationBaselineAnswer, description: 'They were replaced.' })
  @ApiCreatedResponse({ type: PopulationBaselineAnswer, description: 'There were none before.' })
  @Permission('leadership-plan:write')
  @PutInPlan()
  @Versioned()
  async putPopulations(
    @PathId('id') id: string,
    @ReplacedVersion() version: number | undefined,
    @Body() body: PopulationBaselineBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<PutThing<PopulationBaselineAnswer>> {
    const { thing, created } = await this.putBaseline.run(authority, id, body, version);
    return { thing: populationBaselineAnswer(thing), created };
  }
}
