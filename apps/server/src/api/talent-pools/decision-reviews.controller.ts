import type { Authority } from '@evenhand/kernel';
import { AskForDecisionReview, ListDecisionReviews, SettleDecisionReview } from '@evenhand/talent';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import {
  DecisionReviewAnswer,
  decisionReviewAnswer,
  DecisionReviewPage,
  DecisionReviewQuery,
  DecisionReviewSettlement,
  NewDecisionReview,
} from './decision-reviews.dto';

/** Human beings who look again at a decision that they did not make. */
@ApiTags('Talent pools')
@Controller()
export class DecisionReviewsController {
  constructor(
    private readonly ask: AskForDecisionReview,
    private readonly list: ListDecisionReviews,
    private readonly settle: SettleDecisionReview,
  ) {}

  @Post('talent-pools/:poolId/decisions/:decisionId/review')
  @ApiOperation({ summary: 'Ask that somebody else looks again at why you were turned down' })
  @ApiCreatedResponse({ type: DecisionReviewAnswer })
  @Permission('talent-pools:join-own')
  async post(
    @PathId('poolId') poolId: string,
    @PathId('decisionId') decisionId: string,
    @Body() { reason }: NewDecisionReview,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<DecisionReviewAnswer>> {
    const wanted = { poolId, decisionId, ...(reason === undefined ? {} : { reason }) };
    return decisionReviewAnswer(await this.ask.run(authority, wanted));
  }

  @Get('decision-reviews')
  @ApiOperation({
    summary: 'List decisions that somebody is to look at again, or those that you asked about',
  })
  @ApiOkResponse({ type: DecisionReviewPage })
  @Permission('talent-pools:read', 'talent-pools:read-own')
  async getAll(
    @Query() { programme, state }: DecisionReviewQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<AnswerOf<DecisionReviewAnswer>>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(state === undefined ? {} : { state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), decisionReviewAnswer);
  }

  @Post('decision-reviews/:id/settle')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say what you found when you looked again at a decision of somebody else' })
  @ApiOkResponse({ type: DecisionReviewAnswer })
  @Permission('talent-pools:decide')
  async postSettle(
    @PathId('id') id: string,
    @Body() body: DecisionReviewSettlement,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<DecisionReviewAnswer>> {
    return decisionReviewAnswer(await this.settle.run(authority, id, body));
  }
}
