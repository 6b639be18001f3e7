import type { WebPage } from '@evenhand/pages';
import { Controller, Get } from '@nestjs/common';
import { Public } from '../../http/access';
import { PathId } from '../../http/path-id';
import { Page } from '../page';
import { leadershipPlanPage, leadershipPlansPage } from './leadership-plan.page';
import { PublishedPlans } from './published-plans';

/** How programmes mean to have the leaders that they need, for everybody: what boards have published. */
@Page()
@Public()
@Controller('leadership-plans')
export class LeadershipPlanPagesController {
  constructor(private readonly plans: PublishedPlans) {}

  @Get()
  async showAll(): Promise<WebPage> {
    return leadershipPlansPage(await this.plans.list());
  }

  @Get(':id')
  async show(@PathId('id') id: string): Promise<WebPage> {
    return leadershipPlanPage(await this.plans.read(id));
  }
}
