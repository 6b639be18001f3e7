import type { Authority } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import {
  Apply,
  AskForDecisionReview,
  DeclareInterest,
  DeclineNomination,
  ListDecisionReviews,
  ListDecisions,
  ListOwnMemberships,
  type MemberAddress,
  ReadCriteria,
  ReadCriteriaMet,
  ReadPoolMember,
  ReadTalentPool,
  RecordLeaving,
} from '@evenhand/talent';
import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { CurrentAuthority, Permission } from '../../http/access';
import type { Response } from '../../http/exchange';
import { choice } from '../../http/fields/field-kind';
import { PathId } from '../../http/path-id';
import { ProgrammeNames } from '../programmes/programme-names';
import { type Filled, refusalOf } from '../forms/form-faults';
import { RefusedForm } from '../forms/refused-form';
import { Page, PageForm } from '../page';
import { membershipAddress, membershipListPage } from './membership-list.page';
import { membershipPage, type MembershipShown } from './membership.page';
import {
  fieldsOf,
  membershipQuestionPage,
  questionFilled,
  type QuestionShown,
} from './membership-question.page';
import { isOpen, MEMBERSHIP_QUESTIONS, type MembershipQuestion, reviewable } from './membership-questions';

const ON_A_PAGE = { limit: 200 };
const CONSIDERED = ['nominated', 'interested', 'assessed', 'in_pool'];
const question = () => PathId('question', choice(MEMBERSHIP_QUESTIONS));

/** What somebody is to talent pools themselves, and what they say to it. */
@Page()
@Controller()
export class PoolMembershipPagesController {
  constructor(
    private readonly own: ListOwnMemberships,
    private readonly readPool: ReadTalentPool,
    private readonly readMember: ReadPoolMember,
    private readonly readCriteria: ReadCriteria,
    private readonly readMet: ReadCriteriaMet,
    private readonly decisions: ListDecisions,
    private readonly reviews: ListDecisionReviews,
    private readonly apply: Apply,
    private readonly declareInterest: DeclareInterest,
    private readonly decline: DeclineNomination,
    private readonly leave: RecordLeaving,
    private readonly askAgain: AskForDecisionReview,
    private readonly names: ProgrammeNames,
  ) {}

  @Get('pool-memberships')
  @Permission('talent-pools:read-own')
  async showAll(@CurrentAuthority() authority: Authority): Promise<WebPage> {
    const page = await this.own.run(authority, ON_A_PAGE);
    const programmes = await this.names.of(page.items.map(({ pool }) => pool.programmeId));
    return membershipListPage(page, programmes);
  }

  @Get('pool-memberships/:pool/:member')
  @Permission('talent-pools:read-own')
  async show(
    @PathId('pool') poolId: string,
    @PathId('member') memberId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<WebPage> {
    const shown = await this.found(authority, { poolId, memberId });
    const met = CONSIDERED.includes(shown.member.state)
      ? { met: await this.readMet.run(authority, { poolId, memberId }) }
      : {};
    return membershipPage({ ...shown, ...met });
  }

  @Get('pool-memberships/:pool/:member/:question')
  @Permission('talent-pools:join-own')
  async showQuestion(
    @PathId('pool') poolId: string,
    @PathId('member') memberId: string,
    @question() asked: MembershipQuestion,
    @CurrentAuthority() authority: Authority,
  ): Promise<WebPage> {
    return membershipQuestionPage(questionOf(asked, await this.found(authority, { poolId, memberId })));
  }

  @Post('pool-memberships/:pool/:member/:question')
  @Permission('talent-pools:join-own')
  @PageForm()
  @HttpCode(303)
  async sendAnswer(
    @PathId('pool') poolId: string,
    @PathId('member') memberId: string,
    @question() asked: MembershipQuestion,
    @Body() filled: Filled,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const at = { poolId, memberId };
    const shown = await this.found(authority, at);
    await taken(questionOf(asked, shown), filled, ({ yes, words }) =>
      this.answer(authority, asked, shown, yes, words),
    );
    response.setHeader('Location', membershipAddress(at));
  }

  @Get('pools/:id/application')
  @Permission('talent-pools:join-own')
  async showApplication(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<WebPage> {
    return membershipQuestionPage(await this.application(authority, id));
  }

  @Post('pools/:id/application')
  @Permission('talent-pools:join-own')
  @PageForm()
  @HttpCode(303)
  async sendApplication(
    @PathId('id') id: string,
    @Body() filled: Filled,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { id: memberId } = await taken(await this.application(authority, id), filled, ({ words }) =>
      this.apply.run(authority, id, words!),
    );
    response.setHeader('Location', membershipAddress({ poolId: id, memberId }));
  }

  private answer(
    authority: Authority,
    asked: MembershipQuestion,
    shown: MembershipShown,
    yes: boolean,
    words: string | undefined,
  ): Promise<unknown> {
    const { poolId, id: memberId } = shown.member;
    const at = { poolId, memberId };
    switch (asked) {
      case 'answer':
        return yes ? this.declareInterest.run(authority, at) : this.decline.run(authority, at, words);
      case 'leaving':
        return this.leave.run(authority, at, words);
      case 'review':
        return this.askAgain.run(authority, {
          ...{ poolId, decisionId: (reviewable(shown) ?? shown.decisions[0])?.id ?? memberId },
          ...(words === undefined ? {} : { reason: words }),
        });
    }
  }

  private async application(authority: Authority, id: string): Promise<QuestionShown> {
    const { title, state, waysIn } = await this.readPool.run(authority, id);
    return {
      ...{ question: 'application', pool: title, address: `/pools/${id}/application`, back: `/pools/${id}` },
      isOpen: state === 'open' && waysIn.includes('applied'),
    };
  }

  private async found(authority: Authority, at: MemberAddress): Promise<MembershipShown> {
    const pool = await this.readPool.run(authority, at.poolId);
    const member = await this.readMember.run(authority, at);
    const { programmeId } = pool;
    const decisions = (await this.decisions.run(authority, at.poolId, ON_A_PAGE)).items;
    const reviews = (await this.reviews.run(authority, { programmeId }, ON_A_PAGE)).items;
    return {
      ...{ pool, member, criteria: await this.readCriteria.run(authority, at.poolId) },
      programme: (await this.names.of([programmeId])).get(programmeId) ?? 'a programme',
      decisions: decisions.filter(({ memberId }) => memberId === member.id),
      reviews: reviews.filter(({ memberId }) => memberId === member.id),
    };
  }
}

function questionOf(asked: MembershipQuestion, shown: MembershipShown): QuestionShown {
  const { poolId, id: memberId } = shown.member;
  const back = membershipAddress({ poolId, memberId });
  return {
    ...{ question: asked, pool: shown.pool.title, back, address: `${back}/${asked}` },
    isOpen: isOpen(asked, shown),
  };
}

/** Does what was asked for. @throws RefusedForm with the form again, where it was not filled in or is not taken */
async function taken<Result>(
  shown: QuestionShown,
  filled: Filled,
  act: (said: { readonly yes: boolean; readonly words?: string }) => Promise<Result>,
): Promise<Result> {
  const read = questionFilled(shown.question, filled);
  if ('faults' in read) throw new RefusedForm(membershipQuestionPage(shown, filled, read.faults));
  try {
    return await act(read.said);
  } catch (error) {
    throw new RefusedForm(membershipQuestionPage(shown, filled, refusalOf(error, fieldsOf(shown.question))));
  }
}
