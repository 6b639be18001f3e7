import {
  BeginBarrierReview,
  ChangeBarrierReview,
  ListBarrierReviews,
  ListNamedProfessions,
  ReadBarrierCeilings,
  ReadBarrierChange,
  ReadBarrierReview,
} from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { code } from '../../http/fields/field-kind';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import {
  ActionOutcome,
  AnswerFields,
  BarrierCeilingsAnswer,
  barrierCeilingsAnswer,
  BarrierChangeAnswer,
  barrierChangeAnswer,
  BarrierReviewAnswer,
  barrierReviewAnswer,
  BarrierReviewPage,
  BarrierReviewQuery,
  JudgementFields,
  LeadsField,
  NamedProfessionsList,
  NamedProfessionsQuery,
  NewAction,
  NewBarrierReview,
} from './barrier-reviews.dto';

/** What keeps professions from leading, as organisations look at it and measure it again. */
@ApiTags('Barrier reviews')
@Controller('barrier-reviews')
export class BarrierReviewsController {
  constructor(
    private readonly begin: BeginBarrierReview,
    private readonly change: ChangeBarrierReview,
    private readonly read: ReadBarrierReview,
    private readonly readChange: ReadBarrierChange,
    private readonly readCeilings: ReadBarrierCeilings,
    private readonly list: ListBarrierReviews,
    private readonly listNamed: ListNamedProfessions,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Begin an organisation’s review, the first or one that follows another' })
  @ApiCreatedResponse({ type: BarrierReviewAnswer })
  @Permission('barrier-reviews:write')
  @Versioned()
  @Located('barrier-reviews')
  async post(
    @Body() body: NewBarrierReview,
    @CurrentAuthority() authority: Authority,
  ): Promise<BarrierReviewAnswer> {
    return barrierReviewAnswer(await this.begin.run(authority, body));
  }

  @Get()
  @ApiOperation({ summary: 'List reviews; those who lead one find theirs' })
  @ApiOkResponse({ type: BarrierReviewPage })
  @Permission('barrier-reviews:read', 'barrier-reviews:read-own')
  async getAll(
    @Query() { programme, organisation }: BarrierReviewQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<BarrierReviewAnswer>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(organisation === undefined ? {} : { organisationId: organisation }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), barrierReviewAnswer);
  }

  @Get('named-professions')
  @ApiOperation({
    summary: 'List the posts and opportunities that name professions, open or over, each with its reason',
  })
  @ApiOkResponse({ type: NamedProfessionsList })
  @Permission('barrier-reviews:read')
  async getNamedProfessions(
    @Query() { programme }: NamedProfessionsQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<NamedProfessionsList> {
    return { items: await this.listNamed.run(authority, programme) };
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a review' })
  @ApiOkResponse({ type: BarrierReviewAnswer })
  @Permission('barrier-reviews:read', 'barrier-reviews:read-own')
  @Versioned()
  async get(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<BarrierReviewAnswer> {
    return barrierReviewAnswer(await this.read.run(authority, id));
  }

  @Get(':id/change')
  @ApiOperation({ summary: 'Measure a review against the one that it follows' })
  @ApiOkResponse({ type: BarrierChangeAnswer })
  @Permission('barrier-reviews:read', 'barrier-reviews:read-own')
  async getChange(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<BarrierChangeAnswer> {
    return barrierChangeAnswer(await this.readChange.run(authority, id));
  }

  @Get(':id/ceilings')
  @ApiOperation({
    summary: 'Read where professions stop rising in the whole programme, as its last published snapshot says',
  })
  @ApiOkResponse({ type: BarrierCeilingsAnswer })
  @Permission('barrier-reviews:read', 'barrier-reviews:read-own')
  async getCeilings(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<BarrierCeilingsAnswer> {
    return barrierCeilingsAnswer(await this.readCeilings.run(authority, id));
  }

  @Patch(':id/leads')
  @ApiOperation({ summary: 'Name the executive and the non-executive who answer for it' })
  @ApiOkResponse({ type: BarrierReviewAnswer })
  @Permission('barrier-reviews:write')
  @Versioned()
  async patchLeads(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() leads: LeadsField,
    @CurrentAuthority() authority: Authority,
  ): Promise<BarrierReviewAnswer> {
    return barrierReviewAnswer(await this.change.nameLeads(authority, { id, version }, leads));
  }

  @Put(':id/answers/:question')
  @ApiOperation({ summary: 'Answer a question, anew where it was answered before' })
  @ApiOkResponse({ type: BarrierReviewAnswer })
  @Permission('barrier-reviews:write', 'barrier-reviews:answer-own')
  @Versioned()
  async putAnswer(
    @PathId('id') id: string,
    @PathId('question', code()) question: string,
    @ExpectedVersion() version: number,
    @Body() { standing, answer, evidence }: AnswerFields,
    @CurrentAuthority() authority: Authority,
  ): Promise<BarrierReviewAnswer> {
    return barrierReviewAnswer(
      await this.change.answer(authority, { id, version }, { question, standing, answer, evidence }),
    );
  }

  @Put(':id/judgements/:barrier')
  @ApiOperation({ summary: 'Judge how strong a barrier is, anew where it was judged before' })
  @ApiOkResponse({ type: BarrierReviewAnswer })
  @Permission('barrier-reviews:write', 'barrier-reviews:answer-own')
  @Versioned()
  async putJudgement(
    @PathId('id') id: string,
    @PathId('barrier', code()) barrier: string,
    @ExpectedVersion() version: number,
    @Body() { strength, evidence }: JudgementFields,
    @CurrentAuthority() authority: Authority,
  ): Promise<BarrierReviewAnswer> {
    return barrierReviewAnswer(
      await this.change.judge(authority, { id, version }, { barrier, strength, evidence }),
    );
  }

  @Post(':id/actions')
  @ApiOperation({ summary: 'Say what is to be done about a barrier, by whom and by when' })
  @ApiCreatedResponse({ type: BarrierReviewAnswer })
  @Permission('barrier-reviews:write', 'barrier-reviews:answer-own')
  @Versioned()
  async postAction(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: NewAction,
    @CurrentAuthority() authority: Authority,
  ): Promise<BarrierReviewAnswer> {
    return barrierReviewAnswer(await this.change.addAction(authority, { id, version }, body));
  }

  @Put(':id/actions/:actionId/outcome')
  @ApiOperation({ summary: 'Say what became of an action' })
  @ApiOkResponse({ type: BarrierReviewAnswer })
  @Permission('barrier-reviews:write', 'barrier-reviews:answer-own')
  @Versioned()
  async putOutcome(
    @PathId('id') id: string,
    @PathId('actionId') actionId: string,
    @ExpectedVersion() version: number,
    @Body() body: ActionOutcome,
    @CurrentAuthority() authority: Authority,
  ): Promise<BarrierReviewAnswer> {
    return barrierReviewAnswer(await this.change.settleAction(authority, { id, version }, actionId, body));
  }

  @Post(':id/complete')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Complete a review: everything answered and judged, something done about what is strong',
  })
  @ApiOkResponse({ type: BarrierReviewAnswer })
  @Permission('barrier-reviews:write')
  @Versioned()
  async postComplete(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @CurrentAuthority() authority: Authority,
  ): Promise<BarrierReviewAnswer> {
    return barrierReviewAnswer(await this.change.complete(authority, { id, version }));
  }
}
