import type { Authority } from '@evenhand/kernel';
import { ListMentorCards } from '@evenhand/people';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { ProgrammeQuery } from '../programmes/programme-query.dto';
import { MentorCardAnswer, mentorCardAnswer, MentorCardPage } from './mentor-cards.dto';

/** Mentors as those see them who look for one. */
@ApiTags('Profiles')
@Controller('mentor-cards')
export class MentorCardsController {
  constructor(private readonly list: ListMentorCards) {}

  @Get()
  @ApiOperation({ summary: 'Look through the mentors of your programme who chose to be shown' })
  @ApiOkResponse({ type: MentorCardPage })
  @Permission('mentors:browse')
  async getAll(
    @Query() { programme }: ProgrammeQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<MentorCardAnswer>> {
    return paging.answer(await this.list.run(authority, programme, paging.request), mentorCardAnswer);
  }
}
