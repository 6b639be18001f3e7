import type { Authority } from '@evenhand/kernel';
import {
  AskEnquiry,
  OverrideMatchingRound,
  ReadOverride,
  ReadOverridePreview,
  ReadOverrideReasons,
} from '@evenhand/matching';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Queued } from '../../http/located';
import { PathId } from '../../http/path-id';
import { ExpectedVersion } from '../../http/versions';
import { EnquiryAnswer, enquiryAnswer } from './enquiries.dto';
import {
  NewOverride,
  OverrideAnswer,
  overrideAnswer,
  OverridePreviewAnswer,
  overridePreviewAnswer,
  OverrideQuestion,
  overrideReasonAnswer,
  OverrideReasonsAnswer,
  OverridesAnswer,
  pairOverrideAnswer,
} from './overrides.dto';

/** Decisions about single pairs of a solved round, before it is published. */
@ApiTags('Matching rounds')
@Controller('matching-rounds/:id')
export class OverridesController {
  constructor(
    private readonly ask: AskEnquiry,
    private readonly readPreview: ReadOverridePreview,
    private readonly override: OverrideMatchingRound,
    private readonly read: ReadOverride,
    private readonly readReasons: ReadOverrideReasons,
  ) {}

  @Post('override-preview')
  @ApiOperation({
    summary: 'Have the alternatives of a mentee told and a decision tried, and nothing changed',
  })
  @ApiAcceptedResponse({ type: EnquiryAnswer })
  @Permission('previews:make')
  @Queued('matching-rounds/:id/override-previews')
  async postPreview(
    @PathId('id') id: string,
    @Body() { requestId, decision }: OverrideQuestion,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EnquiryAnswer>> {
    if (decision === undefined) {
      return enquiryAnswer(await this.ask.run(authority, id, { kind: 'override', requestId }));
    }
    const { kind, mentorId } = decision;
    const stated = { kind, requestId, mentorId };
    return enquiryAnswer(await this.ask.run(authority, id, { kind: 'override', decision: stated }));
  }

  @Get('override-previews/:previewId')
  @ApiOperation({ summary: 'The alternatives, who else would change, and the effect on every group' })
  @ApiOkResponse({ type: OverridePreviewAnswer })
  @Permission('previews:make')
  async getPreview(
    @PathId('id') id: string,
    @PathId('previewId') previewId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<OverridePreviewAnswer>> {
    return overridePreviewAnswer(await this.readPreview.run(authority, id, previewId));
  }

  @Post('overrides')
  @ApiOperation({ summary: 'Decide about a pair with a reason, and have the others matched anew around it' })
  @ApiAcceptedResponse({ type: OverrideAnswer })
  @Permission('rounds:write')
  @Queued('matching-rounds/:id/overrides')
  async post(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() { kind, requestId, mentorId, reason }: NewOverride,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<OverrideAnswer>> {
    const run = await this.override.run(authority, id, version, { kind, requestId, mentorId, reason });
    return overrideAnswer(await this.read.run(authority, id, run.id));
  }

  @Get('overrides')
  @ApiOperation({ summary: 'List what was decided about pairs of the round' })
  @ApiOkResponse({ type: OverridesAnswer })
  @Permission('outcomes:read')
  async getAll(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<OverridesAnswer>> {
    return { items: (await this.read.ofRound(authority, id)).map(pairOverrideAnswer) };
  }

  @Get('override-reasons')
  @ApiOperation({
    summary: 'Why pairs of the round were decided about, in which role and when: about nobody',
  })
  @ApiOkResponse({ type: OverrideReasonsAnswer })
  @Permission('access:read')
  async getReasons(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<OverrideReasonsAnswer>> {
    return { items: (await this.readReasons.run(authority, id)).map(overrideReasonAnswer) };
  }

  @Get('overrides/:overrideId')
  @ApiOperation({ summary: 'Where an override stands, and what it changed' })
  @ApiOkResponse({ type: OverrideAnswer })
  @Permission('outcomes:read')
  async get(
    @PathId('id') id: string,
    @PathId('overrideId') overrideId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<OverrideAnswer>> {
    return overrideAnswer(await this.read.run(authority, id, overrideId));
  }
}
