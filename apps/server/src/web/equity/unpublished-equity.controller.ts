import {
  type EquitySnapshot,
  type MadeReport,
  PutReportForward,
  ReadReport,
  ReadSnapshots,
  ReadWaitingSnapshots,
} from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { LikelihoodQuery } from '../../api/equity/equity-report.dto';
import { CurrentAuthority, Permission } from '../../http/access';
import type { Request, Response } from '../../http/exchange';
import { PathId } from '../../http/path-id';
import { Page, PageForm } from '../page';
import { holdsIn } from '../programmes/programmes-with';
import { publicAddressOf, type UnpublishedReport, unpublishedReportPage } from './equity-report.page';
import { BARS } from './equity-work.page';
import { ReportSections } from './report-sections';
import { standingOf } from './standing-of';
import { unmadeReportPage } from './unmade-report.page';

/** Reports that are not public, or not yet: for auditors, and for the board that decides about them. */
@Page()
@Controller()
export class UnpublishedEquityController {
  constructor(
    private readonly reports: ReadReport,
    private readonly snapshots: ReadSnapshots,
    private readonly waiting: ReadWaitingSnapshots,
    private readonly putForward: PutReportForward,
    private readonly sections: ReportSections,
  ) {}

  @Get('equity-reports/:id')
  @Permission('equity-reports:read')
  async showReport(
    @PathId('id') id: string,
    @Query() { likelihood }: LikelihoodQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<WebPage> {
    const made: MadeReport = await this.reports.run(authority, id);
    const { report, countedAt, repeats } = made;
    if (report === undefined) return unmadeReportPage(made);
    // A report that repeats an earlier one is put forward as that one.
    const snapshot = await this.snapshots.lastOf(authority, repeats ?? id);
    const isFree = snapshot === undefined || snapshot.state === 'turned_down';
    return unpublishedReportPage(
      {
        ...{ address: `/equity-reports/${id}`, facts: standingOf(snapshot) },
        ...(countedAt === undefined ? {} : { countedAt }),
        ...publishedAs(snapshot),
        ...(isFree ? { putForward: `/equity-reports/${id}/put-forward` } : {}),
      },
      await this.sections.of(id, report, likelihood),
    );
  }

  @Post('equity-reports/:id/put-forward')
  @Permission('equity-reports:run')
  @PageForm()
  @HttpCode(303)
  async sendForward(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    await this.putForward.run(authority, id);
    response.setHeader('Location', `/equity-reports/${id}`);
  }

  @Get('equity-snapshots/:id')
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async showSnapshot(
    @PathId('id') id: string,
    @Query() { likelihood }: LikelihoodQuery,
    @CurrentAuthority() authority: Authority,
    @Req() request: Request,
  ): Promise<WebPage> {
    const { snapshot, report } = await this.snapshots.one(authority, id);
    return unpublishedReportPage(
      {
        ...{ address: `/equity-snapshots/${id}`, facts: standingOf(snapshot) },
        ...publishedAs(snapshot),
        ...(await this.decisionOn(snapshot, authority, request)),
      },
      await this.sections.of(id, report, likelihood),
    );
  }

  /** Where whoever looks decides about it, or why they do not; neither where they are not of the board. */
  private async decisionOn(
    { id, programmeId, state }: EquitySnapshot,
    authority: Authority,
    { caller }: Request,
  ): Promise<{ readonly decision?: string; readonly bar?: string }> {
    if (state !== 'put_forward' || !holdsIn(caller!.roles, 'equity-snapshots:approve', programmeId))
      return {};
    const { bar } = await this.waiting.one(authority, id);
    return bar === undefined ? { decision: `/equity-snapshots/${id}/decision` } : { bar: BARS[bar] };
  }
}

/** Where everybody reads what was put forward, if they do. */
function publishedAs(snapshot: EquitySnapshot | undefined): Pick<UnpublishedReport, 'published'> {
  return snapshot?.state === 'published' ? { published: publicAddressOf(snapshot.id) } : {};
}
