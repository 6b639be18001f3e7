import type { Authority } from '@evenhand/kernel';
import {
  AddPlanEntry,
  ChangePlanEntry,
  ListPlanEntries,
  type PlanEntry,
  type PlanEntryContents,
  type PlanEntryKind,
  ReadPlanEntry,
} from '@evenhand/talent';
import { Body, Controller, Get, Injectable, Post, Put, Query, type Type as Class } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import {
  PlanActionAnswer,
  PlanActionBody,
  PlanActionPage,
  planEntryAnswer,
  PlanRiskAnswer,
  PlanRiskBody,
  PlanRiskPage,
  ScenarioAnswer,
  ScenarioBody,
  ScenarioPage,
} from './plan-entries.dto';

/** What a kind of entry is called, and the shapes in which it comes and goes. */
interface EntryShape<Kind extends PlanEntryKind, Answer> {
  readonly kind: Kind;
  /** `an action`. */
  readonly one: string;
  /** `actions`. */
  readonly all: string;
  readonly taken: Class<PlanEntryContents[Kind]>;
  readonly given: Class<Answer>;
  readonly page: Class<object>;
  /** The noun of its path, in the plural. */
  readonly path: string;
}

/** Routes over what is written into a plan one by one, the same for each kind of entry. */
function entriesOf<Kind extends PlanEntryKind, Answer extends object>(shape: EntryShape<Kind, Answer>) {
  const { kind, one, all, taken, given, page, path } = shape;
  const answer = (entry: PlanEntry<Kind>) => planEntryAnswer(entry) as unknown as Answer;

  @Injectable()
  class PlanEntriesController {
    constructor(
      private readonly add: AddPlanEntry,
      private readonly change: ChangePlanEntry,
      private readonly read: ReadPlanEntry,
      private readonly list: ListPlanEntries,
    ) {}

    @Post()
    @ApiOperation({ summary: `Write ${one} into a plan` })
    @ApiCreatedResponse({ type: given })
    @Permission('leadership-plan:write')
    @Versioned()
    @Located(`leadership-plan/:id/${path}`)
    async post(
      @PathId('id') id: string,
      @Body() body: PlanEntryContents[Kind],
      @CurrentAuthority() authority: Authority,
    ): Promise<Answer> {
      return answer(await this.add.run(authority, { programmeId: id, kind }, body));
    }

    @Get()
    @ApiOperation({ summary: `List the ${all} of a plan` })
    @ApiOkResponse({ type: page })
    @Permission('leadership-plan:read')
    async getAll(
      @PathId('id') id: string,
      @Query() _: PageQuery,
      @Paged() paging: Paging,
      @CurrentAuthority() authority: Authority,
    ): Promise<PageAnswer<Answer>> {
      const of = { programmeId: id, kind };
      return paging.answer(await this.list.run(authority, of, paging.request), answer);
    }

    @Get(`:${kind}`)
    @ApiOperation({ summary: `Read ${one} of a plan` })
    @ApiOkResponse({ type: given })
    @Permission('leadership-plan:read')
    @Versioned()
    async get(
      @PathId('id') id: string,
      @PathId(kind) entryId: string,
      @CurrentAuthority() authority: Authority,
    ): Promise<Answer> {
      return answer(await this.read.run(authority, { programmeId: id, kind, id: entryId }));
    }

    @Put(`:${kind}`)
    @ApiOperation({ summary: `Replace what ${one} says` })
    @ApiOkResponse({ type: given })
    @Permission('leadership-plan:write')
    @Versioned()
    async putOne(
      @PathId('id') id: string,
      @PathId(kind) entryId: string,
      @ExpectedVersion() version: number,
      @Body() body: PlanEntryContents[Kind],
      @CurrentAuthority() authority: Authority,
    ): Promise<Answer> {
      const at = { programmeId: id, kind, id: entryId };
      return answer(await this.change.run(authority, at, version, body));
    }
  }
  // A body whose class the compiler cannot see is checked and described by the one that is named here.
  for (const method of ['post', 'putOne']) {
    const types = Reflect.getMetadata(TYPES, PlanEntriesController.prototype, method) as unknown[];
    const known = types.map((type, at) => (at === types.length - 2 ? taken : type));
    Reflect.defineMetadata(TYPES, known, PlanEntriesController.prototype, method);
  }
  return PlanEntriesController;
}

/** Where the compiler writes down what a method takes; the body is the last but one. */
const TYPES = 'design:paramtypes';

const Actions = entriesOf({
  ...{ kind: 'action', one: 'an action', all: 'actions', path: 'actions' },
  ...{ taken: PlanActionBody, given: PlanActionAnswer, page: PlanActionPage },
});
const Risks = entriesOf({
  ...{ kind: 'risk', one: 'a barrier or risk', all: 'barriers and risks', path: 'risks' },
  ...{ taken: PlanRiskBody, given: PlanRiskAnswer, page: PlanRiskPage },
});
const Scenarios = entriesOf({
  ...{ kind: 'scenario', one: 'a scenario', all: 'scenarios', path: 'scenarios' },
  ...{ taken: ScenarioBody, given: ScenarioAnswer, page: ScenarioPage },
});

/** What a plan says will be done, by whom and by when. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/actions')
export class PlanActionsController extends Actions {}

/** What stands in the way of a plan, or may, and how far up it is taken. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/risks')
export class PlanRisksController extends Risks {}

/** What is assumed of the years to come. */
@ApiTags('Leadership plan')
@Controller('leadership-plan/:id/scenarios')
export class PlanScenariosController extends Scenarios {}
