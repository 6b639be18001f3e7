import { type MadeReport, ReadReport, ReadSnapshots, type SnapshotState } from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { Controller, Get, Query } from '@nestjs/common';
import { LikelihoodQuery } from '../../api/equity/equity-report.dto';
import { CurrentAuthority, Permission } from '../../http/access';
import { PathId } from '../../http/path-id';
import { Page } from '../page';
import { unpublishedReportPage } from './equity-report.page';
import { ReportSections } from './report-sections';
import { unmadeReportPage } from './unmade-report.page';

const STANDINGS: Readonly<Record<SnapshotState, string>> = {
  put_forward: 'Put forward to the board, which has not decided',
  published: 'Published',
  turned_down: 'Turned down by the board',
};

/** Reports that are not public, or not yet: for auditors, and for the board that decides about them. */
@Page()
@Controller()
export class UnpublishedEquityController {
  constructor(
    private readonly reports: ReadReport,
    private readonly snapshots: ReadSnapshots,
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
    const { report, countedAt } = made;
    if (report === undefined) return unmadeReportPage(made);
    return unpublishedReportPage(
      { standing: 'Made', ...(countedAt === undefined ? {} : { countedAt }) },
      await this.sections.of(id, report, likelihood),
    );
  }

  @Get('equity-snapshots/:id')
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async showSnapshot(
    @PathId('id') id: string,
    @Query() { likelihood }: LikelihoodQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<WebPage> {
    const { snapshot, report } = await this.snapshots.one(authority, id);
    return unpublishedReportPage(
      { standing: STANDINGS[snapshot.state] },
      await this.sections.of(id, report, likelihood),
    );
  }
}
