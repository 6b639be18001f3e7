import type { WebPage } from '@evenhand/pages';
import { Controller, Get } from '@nestjs/common';
import { Public } from '../../http/access';
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
  async show(): Promise<WebPage> {
    return homePage(await this.latest.read());
  }
}
