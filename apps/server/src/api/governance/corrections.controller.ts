import { AskForCorrection, ListCorrections, SettleCorrection } from '@evenhand/governance';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import {
  CorrectionQuery,
  CorrectionRequestAnswer,
  correctionRequestAnswer,
  CorrectionRequestPage,
  CorrectionSettlement,
  NewCorrectionRequest,
} from './corrections.dto';

/** What people cannot change of themselves, and ask their coordinator to. */
@ApiTags('Privacy')
@Controller()
export class CorrectionsController {
  constructor(
    private readonly ask: AskForCorrection,
    private readonly list: ListCorrections,
    private readonly settle: SettleCorrection,
  ) {}

  @Post('me/correction-requests')
  @ApiOperation({
    summary: 'Ask for what only your coordinator changes: reference, e-mail address, line manager',
  })
  @ApiCreatedResponse({ type: CorrectionRequestAnswer })
  @Permission('corrections:ask-own')
  async post(
    @Body() body: NewCorrectionRequest,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CorrectionRequestAnswer>> {
    return correctionRequestAnswer(await this.ask.run(authority, body));
  }

  @Get('correction-requests')
  @ApiOperation({ summary: 'List what people asked to have corrected, or what you did' })
  @ApiOkResponse({ type: CorrectionRequestPage })
  @Permission('corrections:settle', 'corrections:ask-own')
  async getAll(
    @Query() { programme, state }: CorrectionQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<AnswerOf<CorrectionRequestAnswer>>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(state === undefined ? {} : { state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), correctionRequestAnswer);
  }

  @Post('correction-requests/:id/settle')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that it is right now, once you have changed it, or why it stays as it was' })
  @ApiOkResponse({ type: CorrectionRequestAnswer })
  @Permission('corrections:settle')
  async postSettle(
    @PathId('id') id: string,
    @Body() body: CorrectionSettlement,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CorrectionRequestAnswer>> {
    return correctionRequestAnswer(await this.settle.run(authority, id, body));
  }
}
