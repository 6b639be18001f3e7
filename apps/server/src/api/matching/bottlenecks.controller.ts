import type { Authority } from '@evenhand/kernel';
import { AskEnquiry, ReadBottlenecks, ReadEnquiry } from '@evenhand/matching';
import { Controller, Get, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Queued } from '../../http/located';
import { PathId } from '../../http/path-id';
import {
  BottlenecksAnswer,
  bottlenecksAnswer,
  RecruitmentAnswer,
  recruitmentAnswer,
} from './bottlenecks.dto';
import { EnquiryAnswer, enquiryAnswer } from './enquiries.dto';

/** Where a solved round is short of places, whom to recruit, and what that would change. */
@ApiTags('Matching rounds')
@Controller('matching-rounds/:id')
export class BottlenecksController {
  constructor(
    private readonly readBottlenecks: ReadBottlenecks,
    private readonly ask: AskEnquiry,
    private readonly read: ReadEnquiry,
  ) {}

  @Get('bottlenecks')
  @ApiOperation({ summary: 'Who shares how few places, whom to recruit, and what nobody offers' })
  @ApiOkResponse({ type: BottlenecksAnswer })
  @Permission('access:read')
  async getBottlenecks(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<BottlenecksAnswer>> {
    return bottlenecksAnswer(await this.readBottlenecks.run(authority, id));
  }

  @Post('recruitment')
  @ApiOperation({ summary: 'Have the round solved with the mentors who are proposed to be recruited' })
  @ApiAcceptedResponse({ type: EnquiryAnswer })
  @Permission('enquiries:make')
  @Queued('matching-rounds/:id/recruitments')
  async postRecruitment(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EnquiryAnswer>> {
    return enquiryAnswer(await this.ask.run(authority, id, { kind: 'recruitment' }));
  }

  @Get('recruitments/:recruitmentId')
  @ApiOperation({ summary: 'What the proposed mentors would change; it stands in the bottlenecks as well' })
  @ApiOkResponse({ type: RecruitmentAnswer })
  @Permission('enquiries:make')
  async getRecruitment(
    @PathId('id') id: string,
    @PathId('recruitmentId') recruitmentId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<RecruitmentAnswer>> {
    return recruitmentAnswer(await this.read.run(authority, id, 'recruitment', recruitmentId));
  }
}
