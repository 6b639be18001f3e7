import {
  type BarrierReview,
  ChangeBarrierReview,
  ListBarrierReviews,
  ReadBarrierCeilings,
  ReadBarrierChange,
  ReadBarrierReview,
} from '@evenhand/equity';
import { type Authority, Clock, NotFound, StaleVersion } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { OrganisationRepository } from '@evenhand/people';
import { healthAndCare } from '@evenhand/taxonomy';
import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { CurrentAuthority, Permission } from '../../http/access';
import type { Response } from '../../http/exchange';
import { choice } from '../../http/fields/field-kind';
import { PathId } from '../../http/path-id';
import { type Filled, refusalOf } from '../forms/form-faults';
import { RefusedForm } from '../forms/refused-form';
import { Page, PageForm } from '../page';
import { ledReviewsPage } from './led-reviews.page';
import {
  actionFormPage,
  answerFormPage,
  type Filling,
  judgementFormPage,
  outcomeFormPage,
  SAID_SINCE,
  seenOf,
} from './review-form.page';
import {
  ACTION_FIELDS,
  ANSWER_FIELDS,
  JUDGEMENT_FIELDS,
  OUTCOME_FIELDS,
  type Read,
  readAction,
  readAnswer,
  readJudgement,
  readOutcome,
} from './review-forms';
import { reviewAddress } from './review-in-words';
import { reviewPage } from './review.page';

const ON_A_PAGE = { limit: 200 };
const { barrierQuestions, barriers } = healthAndCare.content;
const codesOf = (entries: readonly { readonly code: string }[]) => entries.map(({ code }) => code);
const QUESTIONS = choice(codesOf(barrierQuestions));
const BARRIERS = choice(codesOf(barriers));

/** Reviews of barriers, for the two people who answer for each; to anybody else they are not there. */
@Page()
@Permission('barrier-reviews:read-own')
@Controller('led-barrier-reviews')
export class LedReviewsController {
  constructor(
    private readonly list: ListBarrierReviews,
    private readonly read: ReadBarrierReview,
    private readonly readChange: ReadBarrierChange,
    private readonly readCeilings: ReadBarrierCeilings,
    private readonly change: ChangeBarrierReview,
    private readonly organisations: OrganisationRepository,
    private readonly clock: Clock,
  ) {}

  @Get()
  async showAll(@CurrentAuthority() authority: Authority): Promise<WebPage> {
    const page = await this.list.run(authority, {}, ON_A_PAGE);
    return ledReviewsPage(page, await this.namesOf(page.items));
  }

  @Get(':id')
  async show(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<WebPage> {
    const review = await this.read.run(authority, id);
    const ceilings = await this.readCeilings.run(authority, id);
    const change = await this.changeOf(authority, review);
    return reviewPage({
      organisation: (await this.namesOf([review])).get(review.organisationId) ?? 'an organisation',
      ...{ review, today: this.clock.today() },
      personIds: authority.actor.persons.map(({ personId }) => personId),
      ...(change === undefined ? {} : { change }),
      ...(ceilings === undefined ? {} : { ceilings }),
    });
  }

  @Get(':id/questions/:question')
  async showQuestion(
    @PathId('id') id: string,
    @PathId('question', QUESTIONS) question: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<WebPage> {
    return answerFormPage(await this.read.run(authority, id), questionOf(question));
  }

  @Post(':id/questions/:question')
  @Permission('barrier-reviews:answer-own')
  @PageForm()
  @HttpCode(303)
  async sendAnswer(
    @PathId('id') id: string,
    @PathId('question', QUESTIONS) question: string,
    @Body() filled: Filled,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const review = await this.read.run(authority, id);
    await this.take(response, review, {
      ...{ filled, fields: ANSWER_FIELDS, read: readAnswer(filled) },
      given: (of) => of.answers.find((each) => each.question === question),
      page: (of, filling) => answerFormPage(of, questionOf(question), filling),
      act: (at, said) => this.change.answer(authority, at, { question, ...said }),
    });
  }

  @Get(':id/barriers/:barrier')
  async showBarrier(
    @PathId('id') id: string,
    @PathId('barrier', BARRIERS) barrier: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<WebPage> {
    return judgementFormPage(await this.read.run(authority, id), barrierOf(barrier));
  }

  @Post(':id/barriers/:barrier')
  @Permission('barrier-reviews:answer-own')
  @PageForm()
  @HttpCode(303)
  async sendJudgement(
    @PathId('id') id: string,
    @PathId('barrier', BARRIERS) barrier: string,
    @Body() filled: Filled,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const review = await this.read.run(authority, id);
    await this.take(response, review, {
      ...{ filled, fields: JUDGEMENT_FIELDS, read: readJudgement(filled) },
      given: (of) => of.judgements.find((each) => each.barrier === barrier),
      page: (of, filling) => judgementFormPage(of, barrierOf(barrier), filling),
      act: (at, said) => this.change.judge(authority, at, { barrier, ...said }),
    });
  }

  @Get(':id/actions/new')
  async showNewAction(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<WebPage> {
    return actionFormPage(await this.read.run(authority, id));
  }

  @Post(':id/actions/new')
  @Permission('barrier-reviews:answer-own')
  @PageForm()
  @HttpCode(303)
  async sendAction(
    @PathId('id') id: string,
    @Body() filled: Filled,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const review = await this.read.run(authority, id);
    await this.take(response, review, {
      ...{ filled, fields: ACTION_FIELDS, read: readAction(filled, codesOf(barriers)) },
      page: (of, filling) => actionFormPage(of, filling),
      act: (at, said) => this.change.addAction(authority, at, said),
    });
  }

  @Get(':id/actions/:action')
  async showAction(
    @PathId('id') id: string,
    @PathId('action') actionId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<WebPage> {
    const review = await this.read.run(authority, id);
    return outcomeFormPage(review, actionOf(review, actionId));
  }

  @Post(':id/actions/:action')
  @Permission('barrier-reviews:answer-own')
  @PageForm()
  @HttpCode(303)
  async sendOutcome(
    @PathId('id') id: string,
    @PathId('action') actionId: string,
    @Body() filled: Filled,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const review = await this.read.run(authority, id);
    actionOf(review, actionId);
    await this.take(response, review, {
      ...{ filled, fields: OUTCOME_FIELDS, read: readOutcome(filled) },
      page: (of, filling) => outcomeFormPage(of, actionOf(of, actionId), filling),
      act: (at, said) => this.change.settleAction(authority, at, actionId, said),
    });
  }

  /**
   * Does what a form asked for and leads back to the review. The two leads work side by side: what the other one said
   * elsewhere in the review is no hindrance, and what they said to the same is not replaced unseen.
   *
   * @throws RefusedForm with the form again
   */
  private async take<Said>(
    response: Response,
    review: BarrierReview,
    { filled, fields, read, given, page, act }: Sent<Said>,
  ): Promise<void> {
    const refused = (filling: Filling) => new RefusedForm(page(review, { filled, ...filling }));
    if ('faults' in read) throw refused({ faults: read.faults });
    const saidSince = { faults: [{ field: fields[0], text: SAID_SINCE }], isStale: true };
    if (given !== undefined && seenOf(given(review)) !== filled['seen']) throw refused(saidSince);
    try {
      await act({ id: review.id, version: review.version }, read.said);
    } catch (error) {
      if (error instanceof StaleVersion) {
        throw refused({ faults: [{ field: fields[0], text: error.message }] });
      }
      throw refused({ faults: refusalOf(error, fields) });
    }
    response.setHeader('Location', reviewAddress(review.id));
  }

  private async changeOf(authority: Authority, { id, follows }: BarrierReview) {
    if (follows === undefined) return undefined;
    try {
      return await this.readChange.run(authority, id);
    } catch (error) {
      // Others led the review before.
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  private async namesOf(reviews: readonly BarrierReview[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(reviews.map(({ organisationId }) => organisationId))];
    const found = await Promise.all(ids.map((id) => this.organisations.byId(id)));
    return new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, one.name] as const])));
  }
}

/** A form that was sent. */
interface Sent<Said> {
  readonly filled: Filled;
  readonly fields: readonly [string, ...(readonly string[])];
  readonly read: Read<Said>;
  /** What stands where the form would say something; absent where it replaces nothing. */
  readonly given?: (review: BarrierReview) => Parameters<typeof seenOf>[0];
  readonly page: (review: BarrierReview, filling: Filling) => WebPage;
  readonly act: (at: { readonly id: string; readonly version: number }, said: Said) => Promise<unknown>;
}

function questionOf(code: string) {
  return barrierQuestions.find((question) => question.code === code)!;
}

function barrierOf(code: string) {
  return barriers.find((barrier) => barrier.code === code)!;
}

function actionOf({ actions }: BarrierReview, id: string) {
  const action = actions.find((each) => each.id === id);
  if (action === undefined) throw new NotFound('action', id);
  return action;
}
