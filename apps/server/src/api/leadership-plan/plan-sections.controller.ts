import type { Authority } from '@evenhand/kernel';
import { type Put as PutThing, PutPlanSection, ReadPlanSections, type SectionKind } from '@evenhand/talent';
import { Body, Controller, Get, Injectable, Put } from '@nestjs/common';
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

/** What a route reads and writes, in the words of its description. */
interface SectionWords {
  /** What the catalogue asks: `the chapters of a plan`. */
  readonly all: string;
  /** `a chapter`. */
  readonly one: string;
}

/** Routes over what a plan answers statement by statement, the same for each kind of section. */
function sectionsOf(kind: SectionKind, { all, one }: SectionWords) {
  @Injectable()
  class PlanSectionsController {
    constructor(
      private readonly put: PutPlanSection,
      private readonly read: ReadPlanSections,
    ) {}

    @Get()
    @ApiOperation({ summary: `Read ${all}, and what this one says` })
    @ApiOkResponse({ type: AskedSectionList })
    @Permission('leadership-plan:read')
    async getAll(
      @PathId('id') id: string,
      @CurrentAuthority() authority: Authority,
    ): Promise<AskedSectionList> {
      return { items: (await this.read.run(authority, id, kind)).map(askedSectionAnswer) };
    }

    @Put(':code')
    @ApiOperation({ summary: `Say who answers for ${one}, what shows it and how far it has come` })
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
      const address = { programmeId: id, kind, code: codeOfSection };
      const { thing, created } = await this.put.run(authority, address, { ...body, releases }, version);
      return { thing: planSectionAnswer(thing), created };
    }
  }
  return PlanSectionsController;
}

const Behaviours = sectionsOf('behaviour', { all: 'the behaviours that a plan takes', one: 'a behaviour' });
const Chapters = sectionsOf('chapter', { all: 'the chapters of a plan', one: 'a chapter' });
const Readiness = sectionsOf('readiness', {
  ...{ all: 'what the catalogue asks of readiness', one: 'a statement on readiness' },
});

/** Five behaviours, stewardship against hoarding talent among them. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/behaviours')
export class PlanBehavioursController extends Behaviours {}

/** The six chapters of a plan. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/chapters')
export class PlanChaptersController extends Chapters {}

/** The state of readiness of a region: seven conditions, and five learnings for lasting success. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/readiness')
export class PlanReadinessController extends Readiness {}
