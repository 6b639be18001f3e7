import type { WebPage } from '@evenhand/pages';
import { Controller, Get, Req } from '@nestjs/common';
import { Public } from '../../http/access';
import type { Request } from '../../http/exchange';
import { ownWorkOf } from '../own-work';
import { Page } from '../page';
import { homePage } from './home.page';
import { LatestPublishedRound } from './latest-published-round';

/** The first page, for everybody. */
@Page()
@Public()
@Controller()
export class HomeController {
  constructor(private readonly latest: LatestPublishedRound) {}

  @Get()
  async show(@Req() request?: Request): Promise<WebPage> {
    const own = ownWorkOf(request?.caller?.roles ?? []);
    return homePage(await this.latest.read(), own);
  }
}
