import type { Authority } from '@evenhand/kernel';
import {
  AddCriteriaVersion,
  ChangeTalentPool,
  CloseTalentPool,
  CreateTalentPool,
  ListTalentPools,
  OpenTalentPool,
  ReadCriteria,
  ReadPoolComposition,
  ReadTalentPool,
} from '@evenhand/talent';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import type { AnswerOf } from '../../http/exchange';
import { CriteriaAnswer, criteriaAnswer, CriteriaList, NewCriteria } from './criteria.dto';
import {
  CompositionAnswer,
  compositionAnswer,
  NewTalentPool,
  TalentPoolAnswer,
  talentPoolAnswer,
  TalentPoolChange,
  TalentPoolPage,
  TalentPoolQuery,
} from './talent-pools.dto';

/** Talent pools, what they ask and who they are made of. */
@ApiTags('Talent pools')
@Controller('talent-pools')
export class TalentPoolsController {
  constructor(
    private readonly create: CreateTalentPool,
    private readonly change: ChangeTalentPool,
    private readonly open: OpenTalentPool,
    private readonly close: CloseTalentPool,
    private readonly read: ReadTalentPool,
    private readonly list: ListTalentPools,
    private readonly addCriteria: AddCriteriaVersion,
    private readonly readCriteria: ReadCriteria,
    private readonly readComposition: ReadPoolComposition,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Draft a pool' })
  @ApiCreatedResponse({ type: TalentPoolAnswer })
  @Permission('talent-pools:write')
  @Versioned()
  @Located('talent-pools')
  async post(
    @Body() body: NewTalentPool,
    @CurrentAuthority() authority: Authority,
  ): Promise<TalentPoolAnswer> {
    return talentPoolAnswer(await this.create.run(authority, body));
  }

  @Get()
  @ApiOperation({
    summary: 'List pools; those who may read only their own see what their programme published',
  })
  @ApiOkResponse({ type: TalentPoolPage })
  @Permission('talent-pools:read', 'talent-pools:read-own')
  async getAll(
    @Query() { programme, state }: TalentPoolQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<TalentPoolAnswer>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(state === undefined ? {} : { states: state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), talentPoolAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a pool' })
  @ApiOkResponse({ type: TalentPoolAnswer })
  @Permission('talent-pools:read', 'talent-pools:read-own')
  @Versioned()
  async get(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<TalentPoolAnswer> {
    return talentPoolAnswer(await this.read.run(authority, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change what a draft of a pool is called and what it is for' })
  @ApiOkResponse({ type: TalentPoolAnswer })
  @Permission('talent-pools:write')
  @Versioned()
  async patch(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: TalentPoolChange,
    @CurrentAuthority() authority: Authority,
  ): Promise<TalentPoolAnswer> {
    return talentPoolAnswer(await this.change.run(authority, id, version, body));
  }

  @Post(':id/open')
  @HttpCode(200)
  @ApiOperation({ summary: 'Open a pool that has criteria: everybody can read of it, and people come in' })
  @ApiOkResponse({ type: TalentPoolAnswer })
  @Permission('talent-pools:write')
  @Versioned()
  async postOpen(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<TalentPoolAnswer> {
    return talentPoolAnswer(await this.open.run(authority, id));
  }

  @Post(':id/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close a pool: nobody comes in any more' })
  @ApiOkResponse({ type: TalentPoolAnswer })
  @Permission('talent-pools:write')
  @Versioned()
  async postClose(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<TalentPoolAnswer> {
    return talentPoolAnswer(await this.close.run(authority, id));
  }

  @Post(':id/criteria')
  @ApiOperation({ summary: 'Set what a pool asks from now on; what it asked before stays to be read' })
  @ApiCreatedResponse({ type: CriteriaAnswer })
  @Permission('talent-pools:write')
  async postCriteria(
    @PathId('id') id: string,
    @Body() body: NewCriteria,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CriteriaAnswer>> {
    return criteriaAnswer(await this.addCriteria.run(authority, id, body));
  }

  @Get(':id/criteria')
  @ApiOperation({ summary: 'Read every version of a pool’s criteria' })
  @ApiOkResponse({ type: CriteriaList })
  @Permission('talent-pools:read', 'talent-pools:read-own')
  async getCriteria(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CriteriaList>> {
    return {
      items: (await this.readCriteria.run(authority, id)).map(criteriaAnswer),
    };
  }

  @Get(':id/composition')
  @ApiOperation({ summary: 'Count who a pool is made of, beside the workforce, in true counts' })
  @ApiOkResponse({ type: CompositionAnswer })
  @Permission('talent-pools:read')
  async getComposition(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CompositionAnswer>> {
    return compositionAnswer(await this.readComposition.run(authority, id));
  }
}
