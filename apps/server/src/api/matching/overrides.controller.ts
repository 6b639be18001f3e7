import type { Caller } from '@evenhand/identity';
import { AskEnquiry, OverrideMatchingRound, ReadOverride, ReadOverridePreview } from '@evenhand/matching';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Permission } from '../../http/access';
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
  ): Promise<AnswerOf<EnquiryAnswer>> {
    if (decision === undefined) {
      return enquiryAnswer(await this.ask.run(id, { kind: 'override', requestId }));
    }
    const { kind, mentorId } = decision;
    const stated = { kind, requestId, mentorId };
    return enquiryAnswer(await this.ask.run(id, { kind: 'override', decision: stated }));
  }

  @Get('override-previews/:previewId')
  @ApiOperation({ summary: 'The alternatives, who else would change, and the effect on every group' })
  @ApiOkResponse({ type: OverridePreviewAnswer })
  @Permission('previews:make')
  async getPreview(
    @PathId('id') id: string,
    @PathId('previewId') previewId: string,
  ): Promise<AnswerOf<OverridePreviewAnswer>> {
    return overridePreviewAnswer(await this.readPreview.run(id, previewId));
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
    @CurrentCaller() { role, personId }: Caller,
  ): Promise<AnswerOf<OverrideAnswer>> {
    const decidedBy = personId === undefined ? { role } : { role, personId };
    const run = await this.override.run(id, version, { kind, requestId, mentorId, reason, decidedBy });
    return overrideAnswer(await this.read.run(id, run.id));
  }

  @Get('overrides')
  @ApiOperation({ summary: 'List what was decided about pairs of the round' })
  @ApiOkResponse({ type: OverridesAnswer })
  @Permission('outcomes:read')
  async getAll(@PathId('id') id: string): Promise<AnswerOf<OverridesAnswer>> {
    return { items: (await this.read.ofRound(id)).map(pairOverrideAnswer) };
  }

  @Get('overrides/:overrideId')
  @ApiOperation({ summary: 'Where an override stands, and what it changed' })
  @ApiOkResponse({ type: OverrideAnswer })
  @Permission('outcomes:read')
  async get(
    @PathId('id') id: string,
    @PathId('overrideId') overrideId: string,
  ): Promise<AnswerOf<OverrideAnswer>> {
    return overrideAnswer(await this.read.run(id, overrideId));
  }
}
