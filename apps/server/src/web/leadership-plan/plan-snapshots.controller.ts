import { type Authority, NotFound } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { DecidePlanSnapshot, type PlanSnapshot, PutPlanForward, ReadPlanSnapshots } from '@evenhand/talent';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CurrentAuthority, Permission } from '../../http/access';
import type { Request, Response } from '../../http/exchange';
import { PathId } from '../../http/path-id';
import { ProgrammeNames } from '../programmes/programme-names';
import { type Filled, refusalOf } from '../forms/form-faults';
import { RefusedForm } from '../forms/refused-form';
import { Page, PageForm } from '../page';
import { holdsIn, programmesWith } from '../programmes/programmes-with';
import { DECISION_FIELDS, decisionOf } from '../publication/publication-decision.page';
import { publicAddressOf, unpublishedPlanPage } from './leadership-plan.page';
import {
  addressOf,
  decisionAddressOf,
  LEADERSHIP_PLAN,
  planDecisionPage,
  type PlanInTheMaking,
  planSnapshotsPage,
  planStanding,
} from './plan-snapshots.page';

/** Plans on their way to the public: a member of the board puts one forward, another one decides. */
@Page()
@Controller('leadership-plan-snapshots')
export class PlanSnapshotPagesController {
  constructor(
    private readonly snapshots: ReadPlanSnapshots,
    private readonly putForward: PutPlanForward,
    private readonly decide: DecidePlanSnapshot,
    private readonly names: ProgrammeNames,
  ) {}

  @Get()
  @Permission('leadership-plan:read')
  async showAll(@Req() request: Request, @CurrentAuthority() authority: Authority): Promise<WebPage> {
    return planSnapshotsPage(await this.plans(request, authority));
  }

  @Post()
  @Permission('leadership-plan:write')
  @PageForm()
  @HttpCode(303)
  async sendForward(
    @Req() request: Request,
    @Body() { programme = '' }: Filled,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const plans = await this.plans(request, authority);
    if (!plans.some(({ programmeId }) => programmeId === programme)) {
      throw new NotFound('leadership plan', programme);
    }
    try {
      response.setHeader('Location', addressOf(await this.putForward.run(authority, programme)));
    } catch (error) {
      throw new RefusedForm(planSnapshotsPage(plans, refusalOf(error, [`plan-${programme}`])));
    }
  }

  @Get(':programme/:id')
  @Permission('leadership-plan:read')
  async show(
    @PathId('programme') programmeId: string,
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
    @Req() request: Request,
  ): Promise<WebPage> {
    const plan = await this.named(request, await this.snapshots.one(authority, { of: { programmeId }, id }));
    const isTheirs = plan.decides && !plan.isOwn && plan.snapshot.state === 'put_forward';
    return unpublishedPlanPage(plan.snapshot, {
      ...{ programme: plan.programme, standing: planStanding(plan.snapshot) },
      ...(isTheirs ? { decision: decisionAddressOf(plan.snapshot) } : {}),
    });
  }

  @Get(':programme/:id/decision')
  @Permission('leadership-plan:write')
  async showDecision(
    @PathId('programme') programmeId: string,
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
    @Req() request: Request,
  ): Promise<WebPage> {
    const snapshot = await this.snapshots.waiting(authority, { of: { programmeId }, id });
    return planDecisionPage(await this.named(request, snapshot));
  }

  @Post(':programme/:id/decision')
  @Permission('leadership-plan:write')
  @PageForm()
  @HttpCode(303)
  async sendDecision(
    @PathId('programme') programmeId: string,
    @PathId('id') id: string,
    @Body() filled: Filled,
    @CurrentAuthority() authority: Authority,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const at = { of: { programmeId }, id };
    const plan = await this.named(request, await this.snapshots.waiting(authority, at));
    if (plan.isOwn) throw new RefusedForm(planDecisionPage(plan));
    const read = decisionOf(filled, LEADERSHIP_PLAN);
    if ('faults' in read) throw new RefusedForm(planDecisionPage(plan, filled, read.faults));
    try {
      await this.decide.run(authority, at, read.decision);
    } catch (error) {
      throw new RefusedForm(planDecisionPage(plan, filled, refusalOf(error, DECISION_FIELDS)));
    }
    const isPublished = read.decision.state === 'published';
    response.setHeader('Location', isPublished ? publicAddressOf(at) : addressOf(plan.snapshot));
  }

  /** Of every programme that is reached and has a plan, by name. */
  private async plans(request: Request, authority: Authority): Promise<readonly PlanInTheMaking[]> {
    const within = programmesWith(request.caller!.roles, 'leadership-plan:read');
    const names = [...(await this.names.within(within))].sort(([, one], [, other]) =>
      one.localeCompare(other, 'en-GB'),
    );
    const plans: PlanInTheMaking[] = [];
    for (const [programmeId, programme] of names) {
      const last = await this.snapshots.lastOf(authority, programmeId);
      if (last !== undefined) plans.push(shownTo(request, { programmeId, programme }, last.snapshot));
    }
    return plans;
  }

  private async named(
    request: Request,
    snapshot: PlanSnapshot,
  ): Promise<PlanInTheMaking & { readonly snapshot: PlanSnapshot }> {
    const { programmeId } = snapshot;
    const programme = (await this.names.of([programmeId])).get(programmeId) ?? 'a programme';
    return { ...shownTo(request, { programmeId, programme }, snapshot), snapshot };
  }
}

function shownTo(
  { caller }: Request,
  { programmeId, programme }: Pick<PlanInTheMaking, 'programmeId' | 'programme'>,
  snapshot: PlanSnapshot | undefined,
): PlanInTheMaking {
  const { id, roles } = caller!;
  return {
    ...{ programmeId, programme, ...(snapshot === undefined ? {} : { snapshot }) },
    decides: holdsIn(roles, 'leadership-plan:write', programmeId),
    isOwn: snapshot?.putForwardBy === id,
  };
}
