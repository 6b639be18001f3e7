import { ReadPlanSnapshots } from '@evenhand/talent';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../http/access';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import {
  PublicPlanAnswer,
  publicPlanAnswer,
  PublicPlanPage,
  PublicPlanSummary,
  publicPlanSummary,
} from './leadership-plans.dto';

/** What everybody may know of leadership plans: snapshots that a board approved. */
@ApiTags('Transparency')
@Controller('transparency/leadership-plans')
@Public()
export class TransparentLeadershipPlansController {
  constructor(private readonly read: ReadPlanSnapshots) {}

  @Get()
  @ApiOperation({ summary: 'List published leadership plans' })
  @ApiOkResponse({ type: PublicPlanPage })
  async getAll(@Query() _query: PageQuery, @Paged() paging: Paging): Promise<PageAnswer<PublicPlanSummary>> {
    return paging.answer(await this.read.published(paging.request), publicPlanSummary);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a leadership plan as it was published' })
  @ApiOkResponse({ type: PublicPlanAnswer })
  async get(@PathId('id') id: string): Promise<PublicPlanAnswer> {
    return publicPlanAnswer(await this.read.publishedOne(id));
  }
}
