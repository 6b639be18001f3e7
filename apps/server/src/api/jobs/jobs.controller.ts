import type { Authority } from '@evenhand/kernel';
import { ListOpenJobs, RedriveJob } from '@evenhand/matching';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { jobNumber, OpenJobAnswer, openJobAnswer, OpenJobPage } from './jobs.dto';

/** What workers are to do and have not done: ids and times, without anything of what it is about. */
@ApiTags('Jobs')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly list: ListOpenJobs,
    private readonly redrive: RedriveJob,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List jobs that are not done' })
  @ApiOkResponse({ type: OpenJobPage })
  @Permission('jobs:read')
  async getAll(
    @Query() _: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<OpenJobAnswer>> {
    return paging.answer(await this.list.run(authority, paging.request), openJobAnswer);
  }

  @Post(':id/redrive')
  @HttpCode(202)
  @ApiOperation({ summary: 'Have a job taken to the queue again' })
  @ApiAcceptedResponse({ type: OpenJobAnswer })
  @Permission('jobs:redrive')
  async postRedrive(
    @PathId('id', jobNumber()) id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<OpenJobAnswer> {
    return openJobAnswer(await this.redrive.run(authority, id));
  }
}
