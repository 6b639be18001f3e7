import type { Authority } from '@evenhand/kernel';
import {
  ChangeCriticalPost,
  CloseCriticalPost,
  FillCriticalPost,
  ListCriticalPosts,
  OpenCriticalPost,
  ReadCover,
  ReadCriticalPost,
} from '@evenhand/talent';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import {
  CoverAnswer,
  coverAnswer,
  CoverQuery,
  CriticalPostAnswer,
  criticalPostAnswer,
  CriticalPostClosing,
  CriticalPostDetailsField,
  CriticalPostFilling,
  CriticalPostPage,
  CriticalPostQuery,
  FilledPostAnswer,
  filledPostAnswer,
  NewCriticalPost,
} from './critical-posts.dto';

/** Posts that a programme cannot do without, and who could follow in them. */
@ApiTags('Critical posts')
@Controller('critical-posts')
export class CriticalPostsController {
  constructor(
    private readonly open: OpenCriticalPost,
    private readonly change: ChangeCriticalPost,
    private readonly fill: FillCriticalPost,
    private readonly close: CloseCriticalPost,
    private readonly read: ReadCriticalPost,
    private readonly list: ListCriticalPosts,
    private readonly cover: ReadCover,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Open a critical post' })
  @ApiCreatedResponse({ type: CriticalPostAnswer })
  @Permission('critical-posts:write')
  @Versioned()
  @Located('critical-posts')
  async post(
    @Body() body: NewCriticalPost,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CriticalPostAnswer>> {
    return criticalPostAnswer(await this.open.run(authority, body));
  }

  @Get()
  @ApiOperation({ summary: 'List critical posts' })
  @ApiOkResponse({ type: CriticalPostPage })
  @Permission('critical-posts:read')
  async getAll(
    @Query() { programme, state, namesProfession }: CriticalPostQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<AnswerOf<CriticalPostAnswer>>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(state === undefined ? {} : { states: state }),
      ...(namesProfession === undefined ? {} : { namesProfession }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), criticalPostAnswer);
  }

  @Get('cover')
  @ApiOperation({ summary: 'Count who is ready for the open critical posts of a programme, in true counts' })
  @ApiOkResponse({ type: CoverAnswer })
  @Permission('talent-pools:read')
  async getCover(
    @Query() { programme }: CoverQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CoverAnswer>> {
    return coverAnswer(await this.cover.run(authority, programme));
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a critical post' })
  @ApiOkResponse({ type: CriticalPostAnswer })
  @Permission('critical-posts:read')
  @Versioned()
  async get(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CriticalPostAnswer>> {
    return criticalPostAnswer(await this.read.run(authority, id));
  }

  @Put(':id')
  @ApiOperation({ summary: 'Say anew what a post is and by when somebody is needed, while it is open' })
  @ApiOkResponse({ type: CriticalPostAnswer })
  @Permission('critical-posts:write')
  @Versioned()
  async put(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: CriticalPostDetailsField,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CriticalPostAnswer>> {
    return criticalPostAnswer(await this.change.run(authority, id, version, body));
  }

  @Post(':id/fill')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that a post is filled, from its pool or from outside' })
  @ApiOkResponse({ type: FilledPostAnswer })
  @Permission('critical-posts:write')
  @Versioned()
  async postFill(
    @PathId('id') id: string,
    @Body() { memberId }: CriticalPostFilling,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<FilledPostAnswer>> {
    return filledPostAnswer(await this.fill.run(authority, id, memberId));
  }

  @Post(':id/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that a post is needed no more' })
  @ApiOkResponse({ type: CriticalPostAnswer })
  @Permission('critical-posts:write')
  @Versioned()
  async postClose(
    @PathId('id') id: string,
    @Body() { reason }: CriticalPostClosing,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CriticalPostAnswer>> {
    return criticalPostAnswer(await this.close.run(authority, id, reason));
  }
}
