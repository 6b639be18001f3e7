import type { Authority } from '@evenhand/kernel';
import {
  AddPlanEntry,
  ChangePlanEntry,
  CompareScenario,
  ListPlanEntries,
  ReadPlanEntry,
} from '@evenhand/talent';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import {
  LeadershipGapQuery,
  ScenarioComparisonAnswer,
  scenarioComparisonAnswer,
} from './leadership-plan.dto';
import { ScenarioAnswer, scenarioAnswer, ScenarioBody, ScenarioPage } from './plan-entries.dto';

/** What is assumed of the years to come, beside the plan without it. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/scenarios')
export class PlanScenariosController {
  constructor(
    private readonly add: AddPlanEntry,
    private readonly change: ChangePlanEntry,
    private readonly read: ReadPlanEntry,
    private readonly list: ListPlanEntries,
    private readonly compare: CompareScenario,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Write a scenario into a plan' })
  @ApiCreatedResponse({ type: ScenarioAnswer })
  @Permission('leadership-plan:write')
  @Versioned()
  @Located('leadership-plan/:id/scenarios')
  async post(
    @PathId('id') id: string,
    @Body() body: ScenarioBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<ScenarioAnswer> {
    return scenarioAnswer(await this.add.run(authority, { programmeId: id, kind: 'scenario' }, body));
  }

  @Get()
  @ApiOperation({ summary: 'List the scenarios of a plan' })
  @ApiOkResponse({ type: ScenarioPage })
  @Permission('leadership-plan:read')
  async getAll(
    @PathId('id') id: string,
    @Query() _: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<ScenarioAnswer>> {
    const of = { programmeId: id, kind: 'scenario' } as const;
    return paging.answer(await this.list.run(authority, of, paging.request), scenarioAnswer);
  }

  @Get(':scenario')
  @ApiOperation({ summary: 'Read a scenario of a plan' })
  @ApiOkResponse({ type: ScenarioAnswer })
  @Permission('leadership-plan:read')
  @Versioned()
  async get(
    @PathId('id') id: string,
    @PathId('scenario') entryId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<ScenarioAnswer> {
    const at = { programmeId: id, kind: 'scenario', id: entryId } as const;
    return scenarioAnswer(await this.read.run(authority, at));
  }

  @Put(':scenario')
  @ApiOperation({ summary: 'Replace what a scenario says' })
  @ApiOkResponse({ type: ScenarioAnswer })
  @Permission('leadership-plan:write')
  @Versioned()
  async putOne(
    @PathId('id') id: string,
    @PathId('scenario') entryId: string,
    @ExpectedVersion() version: number,
    @Body() body: ScenarioBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<ScenarioAnswer> {
    const at = { programmeId: id, kind: 'scenario', id: entryId } as const;
    return scenarioAnswer(await this.change.run(authority, at, version, body));
  }

  @Get(':scenario/comparison')
  @ApiOperation({ summary: 'Set the gap under a scenario beside the gap without it' })
  @ApiOkResponse({ type: ScenarioComparisonAnswer })
  @Permission('leadership-plan:read')
  async getComparison(
    @PathId('id') id: string,
    @PathId('scenario') entryId: string,
    @Query() { by = 'region' }: LeadershipGapQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<ScenarioComparisonAnswer> {
    const at = { programmeId: id, id: entryId };
    return scenarioComparisonAnswer(await this.compare.run(authority, at, by));
  }
}
