import { ListTransparentPools, ReadTransparentPool } from '@evenhand/talent';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import {
  PublicPoolAnswer,
  publicPoolAnswer,
  PublicPoolPage,
  PublicPoolSummary,
  publicPoolSummary,
} from './talent-pools.dto';

/** What everybody may know of talent pools. */
@ApiTags('Transparency')
@Controller('transparency/talent-pools')
@Public()
export class TransparentTalentPoolsController {
  constructor(
    private readonly list: ListTransparentPools,
    private readonly read: ReadTransparentPool,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the pools that are or were open' })
  @ApiOkResponse({ type: PublicPoolPage })
  async getAll(@Query() _query: PageQuery, @Paged() paging: Paging): Promise<PageAnswer<PublicPoolSummary>> {
    return paging.answer(await this.list.run(paging.request), publicPoolSummary);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read what a pool asks and asked, who it is made of and how it was decided' })
  @ApiOkResponse({ type: PublicPoolAnswer })
  async get(@PathId('id') id: string): Promise<AnswerOf<PublicPoolAnswer>> {
    return publicPoolAnswer(await this.read.run(id));
  }
}
