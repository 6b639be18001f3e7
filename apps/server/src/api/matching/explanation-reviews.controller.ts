import type { Authority } from '@evenhand/kernel';
import { AskForReview, ListReviews, SettleReview } from '@evenhand/matching';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import {
  ExplanationReviewAnswer,
  explanationReviewAnswer,
  ExplanationReviewPage,
  ExplanationReviewQuery,
  NewExplanationReview,
  ReviewSettlement,
} from './explanation-reviews.dto';

/** Human beings who look again at what a round decided on somebody. */
@ApiTags('Explanation reviews')
@Controller()
export class ExplanationReviewsController {
  constructor(
    private readonly ask: AskForReview,
    private readonly list: ListReviews,
    private readonly settle: SettleReview,
  ) {}

  @Post('matching-rounds/:id/explanations/:requestId/review')
  @ApiOperation({ summary: 'Ask that a human being looks again at why you are matched, or are not' })
  @ApiCreatedResponse({ type: ExplanationReviewAnswer })
  @Permission('reviews:ask-own')
  async post(
    @PathId('id') roundId: string,
    @PathId('requestId') requestId: string,
    @Body() { reason }: NewExplanationReview,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<ExplanationReviewAnswer>> {
    return explanationReviewAnswer(
      await this.ask.run(authority, {
        ...{ roundId, requestId },
        ...(reason === undefined ? {} : { reason }),
      }),
    );
  }

  @Get('explanation-reviews')
  @ApiOperation({ summary: 'List what somebody is to look at again, or what you asked for' })
  @ApiOkResponse({ type: ExplanationReviewPage })
  @Permission('reviews:settle', 'reviews:ask-own')
  async getAll(
    @Query() { programme, state }: ExplanationReviewQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<AnswerOf<ExplanationReviewAnswer>>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(state === undefined ? {} : { state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), explanationReviewAnswer);
  }

  @Post('explanation-reviews/:id/settle')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say what you found when you looked again' })
  @ApiOkResponse({ type: ExplanationReviewAnswer })
  @Permission('reviews:settle')
  async postSettle(
    @PathId('id') id: string,
    @Body() body: ReviewSettlement,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<ExplanationReviewAnswer>> {
    return explanationReviewAnswer(await this.settle.run(authority, id, body));
  }
}
