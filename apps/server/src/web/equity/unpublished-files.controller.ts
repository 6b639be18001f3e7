import { type EquityReport, ReadReport, ReadSnapshots } from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import type { LikelihoodOrder } from '@evenhand/statistics';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { contentAnswer, LikelihoodQuery, SectionQuery } from '../../api/equity/equity-report.dto';
import { reportFile } from '../../api/equity/report-files';
import { CurrentAuthority, Permission } from '../../http/access';
import { PathId } from '../../http/path-id';
import { PageFiles } from '../page';

/** Reports that are not public to take away, for whoever reads them on pages. */
@PageFiles()
@Controller()
export class UnpublishedFilesController {
  constructor(
    private readonly reports: ReadReport,
    private readonly snapshots: ReadSnapshots,
  ) {}

  @Get('equity-reports/:id/tables.csv')
  @Permission('equity-reports:read')
  async getReportCsv(
    @PathId('id') id: string,
    @Query() wanted: SectionQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    const { report } = await this.reports.export(authority, id);
    return reportFile(report, 'csv', wanted);
  }

  @Get('equity-reports/:id/tables.xlsx')
  @Permission('equity-reports:read')
  async getReportWorkbook(
    @PathId('id') id: string,
    @Query() wanted: SectionQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    const { report } = await this.reports.export(authority, id);
    return reportFile(report, 'xlsx', wanted);
  }

  @Get('equity-reports/:id/report.json')
  @Permission('equity-reports:read')
  async getReportJson(
    @PathId('id') id: string,
    @Query() { likelihood }: LikelihoodQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    return jsonDownload((await this.reports.export(authority, id)).report, likelihood);
  }

  @Get('equity-snapshots/:id/tables.csv')
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async getSnapshotCsv(
    @PathId('id') id: string,
    @Query() wanted: SectionQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    const { report } = await this.snapshots.export(authority, id);
    return reportFile(report, 'csv', wanted);
  }

  @Get('equity-snapshots/:id/tables.xlsx')
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async getSnapshotWorkbook(
    @PathId('id') id: string,
    @Query() wanted: SectionQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    const { report } = await this.snapshots.export(authority, id);
    return reportFile(report, 'xlsx', wanted);
  }

  @Get('equity-snapshots/:id/report.json')
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async getSnapshotJson(
    @PathId('id') id: string,
    @Query() { likelihood }: LikelihoodQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    return jsonDownload((await this.snapshots.export(authority, id)).report, likelihood);
  }
}

/** The report as the programming interface has it, as a download. */
function jsonDownload(report: EquityReport, likelihood?: LikelihoodOrder): StreamableFile {
  return new StreamableFile(Buffer.from(JSON.stringify(contentAnswer(report, likelihood))), {
    type: 'application/json',
    disposition: 'attachment; filename="equity-report.json"',
  });
}
