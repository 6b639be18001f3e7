import type { WebPage } from '@evenhand/pages';
import { Controller, Get, Req } from '@nestjs/common';
import { Public } from '../../http/access';
import type { Request } from '../../http/exchange';
import { OwnPages } from '../own-pages/own-pages';
import { Page } from '../page';
import { homePage } from './home.page';
import { LatestPublishedRound } from './latest-published-round';

/** The first page, for everybody. */
@Page()
@Public()
@Controller()
export class HomeController {
  constructor(
    private readonly latest: LatestPublishedRound,
    private readonly own: OwnPages,
  ) {}

  @Get()
  async show(@Req() { caller }: Request): Promise<WebPage> {
    return homePage(await this.latest.read(), await this.own.of(caller));
  }
}
