import { type EquityReport, ReadReport, ReadSnapshots } from '@evenhand/equity';
import { equityReportCsv, equityReportWorkbook } from '@evenhand/files';
import type { Authority } from '@evenhand/kernel';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { contentAnswer, SectionQuery } from '../../api/equity/equity-report.dto';
import { csvFile, workbookFile } from '../../api/equity/report-files';
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
    @Query() { section }: SectionQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    return csvFile(equityReportCsv(await this.report(authority, id), section));
  }

  @Get('equity-reports/:id/tables.xlsx')
  @Permission('equity-reports:read')
  async getReportWorkbook(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    return workbookFile(await equityReportWorkbook(await this.report(authority, id)));
  }

  @Get('equity-reports/:id/report.json')
  @Permission('equity-reports:read')
  async getReportJson(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    return jsonFile(await this.report(authority, id));
  }

  @Get('equity-snapshots/:id/tables.csv')
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async getSnapshotCsv(
    @PathId('id') id: string,
    @Query() { section }: SectionQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    return csvFile(equityReportCsv(await this.snapshot(authority, id), section));
  }

  @Get('equity-snapshots/:id/tables.xlsx')
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async getSnapshotWorkbook(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    return workbookFile(await equityReportWorkbook(await this.snapshot(authority, id)));
  }

  @Get('equity-snapshots/:id/report.json')
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async getSnapshotJson(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    return jsonFile(await this.snapshot(authority, id));
  }

  private async report(authority: Authority, id: string): Promise<EquityReport> {
    return (await this.reports.export(authority, id)).report;
  }

  private async snapshot(authority: Authority, id: string): Promise<EquityReport> {
    return (await this.snapshots.export(authority, id)).report;
  }
}

/** The report as the programming interface has it, as a download. */
function jsonFile(report: EquityReport): StreamableFile {
  return new StreamableFile(Buffer.from(JSON.stringify(contentAnswer(report))), {
    type: 'application/json',
    disposition: 'attachment; filename="equity-report.json"',
  });
}
