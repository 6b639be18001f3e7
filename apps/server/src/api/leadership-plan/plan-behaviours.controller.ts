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

/** Five behaviours, stewardship against hoarding talent among them. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/behaviours')
export class PlanBehavioursController {
  constructor(
    private readonly put: PutPlanSection,
    private readonly read: ReadPlanSections,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Read the behaviours that a plan takes, and what this one says' })
  @ApiOkResponse({ type: AskedSectionList })
  @Permission('leadership-plan:read')
  async getAll(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AskedSectionList> {
    return { items: (await this.read.run(authority, id, 'behaviour')).map(askedSectionAnswer) };
  }

  @Put(':code')
  @ApiOperation({ summary: 'Say who answers for a behaviour, what shows it and how far it has come' })
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
    const address = { programmeId: id, kind: 'behaviour', code: codeOfSection } as const;
    const { thing, created } = await this.put.run(authority, address, { ...body, releases }, version);
    return { thing: planSectionAnswer(thing), created };
  }
}
