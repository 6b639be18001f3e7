import { PageRenderer } from '@evenhand/pages';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../http/access';
import { homePage } from './home.page';
import { LatestPublishedRound } from './latest-published-round';

/** The first page, for everybody. */
@ApiExcludeController()
@Public()
@Controller()
export class HomeController {
  constructor(
    private readonly latest: LatestPublishedRound,
    private readonly pages: PageRenderer,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async show(): Promise<string> {
    return this.pages.render(homePage(await this.latest.read()));
  }
}
