import { ReadSnapshots } from '@evenhand/equity';
import { equityReportCsv, equityReportWorkbook } from '@evenhand/files';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { SectionQuery } from '../equity/equity-report.dto';
import { CsvFile, csvFile, WorkbookFile, workbookFile } from '../equity/report-files';
import {
  PublicSnapshotAnswer,
  publicSnapshotAnswer,
  PublicSnapshotPage,
  PublicSnapshotSummary,
  publicSnapshotSummary,
} from './equity-snapshots.dto';

/** What everybody may know of who gets access: snapshots that a board approved. */
@ApiTags('Transparency')
@Controller('transparency/equity-snapshots')
@Public()
export class TransparentEquitySnapshotsController {
  constructor(private readonly read: ReadSnapshots) {}

  @Get()
  @ApiOperation({ summary: 'List published snapshots' })
  @ApiOkResponse({ type: PublicSnapshotPage })
  async getAll(
    @Query() _query: PageQuery,
    @Paged() paging: Paging,
  ): Promise<PageAnswer<AnswerOf<PublicSnapshotSummary>>> {
    return paging.answer(await this.read.published(paging.request), publicSnapshotSummary);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a published snapshot' })
  @ApiOkResponse({ type: PublicSnapshotAnswer })
  async get(@PathId('id') id: string): Promise<AnswerOf<PublicSnapshotAnswer>> {
    return publicSnapshotAnswer(await this.read.publishedOne(id));
  }

  @Get(':id/tables.csv')
  @ApiOperation({ summary: 'A section as CSV, or every figure of the snapshot' })
  @CsvFile()
  async getCsv(@PathId('id') id: string, @Query() { section }: SectionQuery): Promise<StreamableFile> {
    const { report } = await this.read.publishedOne(id);
    return csvFile(equityReportCsv(report, section));
  }

  @Get(':id/tables.xlsx')
  @ApiOperation({ summary: 'The snapshot as a workbook, a sheet for each section or for one' })
  @WorkbookFile()
  async getWorkbook(@PathId('id') id: string, @Query() { section }: SectionQuery): Promise<StreamableFile> {
    const { report } = await this.read.publishedOne(id);
    return workbookFile(await equityReportWorkbook(report, section));
  }
}
