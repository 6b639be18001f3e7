import { AskForReport } from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CurrentAuthority, Permission } from '../../http/access';
import type { Request, Response } from '../../http/exchange';
import { ProgrammeNames } from '../programmes/programme-names';
import { type Filled, refusalOf } from '../forms/form-faults';
import { RefusedForm } from '../forms/refused-form';
import { Page, PageForm } from '../page';
import { programmesWith } from '../programmes/programmes-with';
import { ASK_FIELDS, askForReportPage, missingOf, type ReportChoices } from './ask-for-report.page';

/** Where auditors ask for reports. */
@Page()
@Permission('equity-reports:run')
@Controller('equity-reports/new')
export class AskForReportController {
  constructor(
    private readonly ask: AskForReport,
    private readonly names: ProgrammeNames,
  ) {}

  @Get()
  async show(@Req() request: Request): Promise<WebPage> {
    return askForReportPage(await this.choices(request));
  }

  @Post()
  @PageForm()
  @HttpCode(303)
  async send(
    @Req() request: Request,
    @Body() filled: Filled,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const choices = await this.choices(request);
    const missing = missingOf(choices, filled);
    if (missing.length > 0) throw new RefusedForm(askForReportPage(choices, filled, missing));
    try {
      const { id } = await this.ask.run(authority, filled['programme']!, Number(filled['months']));
      response.setHeader('Location', `/equity-reports/${id}`);
    } catch (error) {
      throw new RefusedForm(askForReportPage(choices, filled, refusalOf(error, ASK_FIELDS)));
    }
  }

  private async choices({ caller }: Request): Promise<ReportChoices> {
    return {
      programmes: await this.names.within(programmesWith(caller!.roles, 'equity-reports:run')),
      windows: this.ask.windows(),
    };
  }
}
