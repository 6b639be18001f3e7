import type { Authority } from '@evenhand/kernel';
import { type Put as PutThing, PutPlanSection, ReadPlanSections } from '@evenhand/talent';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { code } from '../../http/fields/field-kind';
import { PathId } from '../../http/path-id';
import { ReplacedVersion, Versioned } from '../../http/versions';
import {
  AskedSectionList,
  askedSectionAnswer,
  PlanSectionAnswer,
  planSectionAnswer,
  PlanSectionBody,
} from './plan-sections.dto';
import { PutInPlan } from './put-in-plan';

/** The state of readiness of a region: seven conditions, and five learnings for lasting success. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/readiness')
export class PlanReadinessController {
  constructor(
    private readonly put: PutPlanSection,
    private readonly read: ReadPlanSections,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Read what the catalogue asks of readiness, and what this one says' })
  @ApiOkResponse({ type: AskedSectionList })
  @Permission('leadership-plan:read')
  async getAll(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AskedSectionList> {
    return { items: (await this.read.run(authority, id, 'readiness')).map(askedSectionAnswer) };
  }

  @Put(':code')
  @ApiOperation({
    summary: 'Say who answers for a statement on readiness, what shows it and how far it has come',
  })
  @ApiOkResponse({ type: PlanSectionAnswer, description: 'It was replaced.' })
  @ApiCreatedResponse({ type: PlanSectionAnswer, description: 'Nothing was said of it before.' })
  @Permission('leadership-plan:write')
  @PutInPlan()
  @Versioned()
  async putOne(
    @PathId('id') id: string,
    @PathId('code', code()) codeOfSection: string,
    @ReplacedVersion() version: number | undefined,
    @Body() { releases = [], ...body }: PlanSectionBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<PutThing<PlanSectionAnswer>> {
    const address = { programmeId: id, kind: 'readiness', code: codeOfSection } as const;
    const { thing, created } = await this.put.run(authority, address, { ...body, releases }, version);
    return { thing: planSectionAnswer(thing), created };
  }
}
