import type { WebPage } from '@evenhand/pages';
import { Controller, Get } from '@nestjs/common';
import { Public } from '../../http/access';
import { PathId } from '../../http/path-id';
import { Page } from '../page';
import { PublishedPools } from './published-pools';
import { talentPoolPage } from './talent-pool.page';
import { talentPoolsPage } from './talent-pools.page';

/** Talent pools, for everybody: what each asks, who it is made of and how it is used. */
@Page()
@Public()
@Controller('pools')
export class TalentPoolPagesController {
  constructor(private readonly pools: PublishedPools) {}

  @Get()
  async showAll(): Promise<WebPage> {
    return talentPoolsPage(await this.pools.list());
  }

  @Get(':id')
  async show(@PathId('id') id: string): Promise<WebPage> {
    return talentPoolPage(await this.pools.read(id));
  }
}
