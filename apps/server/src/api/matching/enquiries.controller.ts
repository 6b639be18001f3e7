import type { Authority } from '@evenhand/kernel';
import { AskEnquiry, ReadEnquiry, ReadPreview } from '@evenhand/matching';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Queued } from '../../http/located';
import { PathId } from '../../http/path-id';
import {
  EnquiryAnswer,
  enquiryAnswer,
  FrontierAnswer,
  frontierAnswer,
  PreviewAnswer,
  previewAnswer,
  PreviewQuestion,
  ReplayAnswer,
  replayAnswer,
} from './enquiries.dto';

/** What can be asked about a solved round without changing it. Each is left to a worker, and then read. */
@ApiTags('Matching rounds')
@Controller('matching-rounds/:id')
export class EnquiriesController {
  constructor(
    private readonly ask: AskEnquiry,
    private readonly read: ReadEnquiry,
    private readonly readPreview: ReadPreview,
  ) {}

  @Post('replay')
  @ApiOperation({ summary: 'Have the frozen input solved again and compared with the result, byte for byte' })
  @ApiAcceptedResponse({ type: EnquiryAnswer })
  @Permission('enquiries:make')
  @Queued('matching-rounds/:id/replays')
  async postReplay(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EnquiryAnswer>> {
    return enquiryAnswer(await this.ask.run(authority, id, { kind: 'replay' }));
  }

  @Get('replays/:replayId')
  @ApiOperation({ summary: 'Whether the result is the same again' })
  @ApiOkResponse({ type: ReplayAnswer })
  @Permission('enquiries:make')
  async getReplay(
    @PathId('id') id: string,
    @PathId('replayId') replayId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<ReplayAnswer>> {
    return replayAnswer(await this.read.run(authority, id, 'replay', replayId));
  }

  @Post('preview')
  @ApiOperation({ summary: 'Have the frozen input solved by other rules, and nothing changed or published' })
  @ApiAcceptedResponse({ type: EnquiryAnswer })
  @Permission('previews:make')
  @Queued('matching-rounds/:id/previews')
  async postPreview(
    @PathId('id') id: string,
    @Body() { rules }: PreviewQuestion,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EnquiryAnswer>> {
    return enquiryAnswer(await this.ask.run(authority, id, { kind: 'preview', rules }));
  }

  @Get('previews/:previewId')
  @ApiOperation({ summary: 'Who would gain and who would lose a match, and how groups would fare' })
  @ApiOkResponse({ type: PreviewAnswer })
  @Permission('previews:make')
  async getPreview(
    @PathId('id') id: string,
    @PathId('previewId') previewId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<PreviewAnswer>> {
    return previewAnswer(await this.readPreview.run(authority, id, previewId));
  }

  @Post('frontier')
  @ApiOperation({ summary: 'Have the round solved without equity, by groups, and by groups and professions' })
  @ApiAcceptedResponse({ type: EnquiryAnswer })
  @Permission('enquiries:make')
  @Queued('matching-rounds/:id/frontiers')
  async postFrontier(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EnquiryAnswer>> {
    return enquiryAnswer(await this.ask.run(authority, id, { kind: 'frontier' }));
  }

  @Get('frontiers/:frontierId')
  @ApiOperation({ summary: 'What each degree of evenness gives the lowest group, and what it costs' })
  @ApiOkResponse({ type: FrontierAnswer })
  @Permission('enquiries:make')
  async getFrontier(
    @PathId('id') id: string,
    @PathId('frontierId') frontierId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<FrontierAnswer>> {
    return frontierAnswer(await this.read.run(authority, id, 'frontier', frontierId));
  }
}
