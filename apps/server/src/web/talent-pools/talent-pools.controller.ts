import { may } from '@evenhand/identity';
import type { WebPage } from '@evenhand/pages';
import { Controller, Get, Req } from '@nestjs/common';
import { Public } from '../../http/access';
import type { Request } from '../../http/exchange';
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
  async show(@PathId('id') id: string, @Req() { caller }: Request): Promise<WebPage> {
    const shown = await this.pools.read(id);
    const { programmeId } = shown.pool;
    const isTheirs = caller?.roles.some(
      (held) => held.programmeId === programmeId && may(held.role, 'talent-pools:join-own'),
    );
    return talentPoolPage(shown, isTheirs);
  }
}
