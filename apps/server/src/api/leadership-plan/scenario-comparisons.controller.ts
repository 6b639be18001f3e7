import type { Authority } from '@evenhand/kernel';
import { CompareScenario } from '@evenhand/talent';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { PathId } from '../../http/path-id';
import {
  LeadershipGapQuery,
  ScenarioComparisonAnswer,
  scenarioComparisonAnswer,
} from './leadership-plan.dto';

/** A scenario beside the plan without it. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/scenarios/:scenario/comparison')
export class ScenarioComparisonsController {
  constructor(private readonly compare: CompareScenario) {}

  @Get()
  @ApiOperation({ summary: 'Set the gap under a scenario beside the gap without it' })
  @ApiOkResponse({ type: ScenarioComparisonAnswer })
  @Permission('leadership-plan:read')
  async get(
    @PathId('id') id: string,
    @PathId('scenario') entryId: string,
    @Query() { by = 'region' }: LeadershipGapQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<ScenarioComparisonAnswer> {
    return scenarioComparisonAnswer(await this.compare.run(authority, { programmeId: id, id: entryId }, by));
  }
}
