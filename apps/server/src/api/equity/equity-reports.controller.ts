import { AskForReport, ListReports, ReadReport, ReadReportCounts, REPORT_LATTICE } from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, Get, Header, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Queued } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { progressEvents } from '../../http/progress-events';
import {
  EquityReportAnswer,
  EquityReportOrderAnswer,
  EquityReportPage,
  EquityReportQuery,
  LatticeAnswer,
  LikelihoodQuery,
  NewEquityReport,
  reportAnswer,
  ReportCountsAnswer,
  reportCountsAnswer,
  ReportCountsQuery,
  reportOrderAnswer,
  SectionQuery,
} from './equity-report.dto';
import { onLattice } from './on-lattice';
import { CsvFile, reportFile, WorkbookFile } from './report-files';

/** Who gets access: reports that an auditor has made. Everything in them has passed the disclosure gate. */
@ApiTags('Equity')
@Controller('equity')
export class EquityReportsController {
  constructor(
    private readonly ask: AskForReport,
    private readonly list: ListReports,
    private readonly read: ReadReport,
    private readonly readCounts: ReadReportCounts,
  ) {}

  @Post('reports')
  @ApiOperation({ summary: 'Have a report made on everybody of a programme' })
  @ApiAcceptedResponse({ type: EquityReportOrderAnswer })
  @Permission('equity-reports:run')
  @Queued('equity/reports')
  async post(
    @Body() { programmeId, months }: NewEquityReport,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EquityReportOrderAnswer>> {
    return reportOrderAnswer(await this.ask.run(authority, programmeId, months));
  }

  @Get('reports')
  @ApiOperation({ summary: 'List reports, without what they tell' })
  @ApiOkResponse({ type: EquityReportPage })
  @Permission('equity-reports:read')
  async getAll(
    @Query() { programme, state }: EquityReportQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<AnswerOf<EquityReportOrderAnswer>>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(state === undefined ? {} : { states: state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), reportOrderAnswer);
  }

  @Get('reports/:id/progress')
  @ApiOperation({ summary: 'How far the report has come, as server-sent events until it is made or failed' })
  @ApiOkResponse({ description: 'Events whose data is a document of the state.', schema: { type: 'string' } })
  @ApiProduces('text/event-stream')
  // nginx would hold events back until it has a whole buffer of them.
  @Header('X-Accel-Buffering', 'no')
  @Permission('equity-reports:read')
  async getProgress(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    return progressEvents(await this.list.one(authority, id), () => this.list.one(authority, id));
  }

  @Get('reports/:id')
  @ApiOperation({ summary: 'Read a report, or how far it has come' })
  @ApiOkResponse({ type: EquityReportAnswer })
  @Permission('equity-reports:read')
  async get(
    @PathId('id') id: string,
    @Query() { likelihood }: LikelihoodQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EquityReportAnswer>> {
    return reportAnswer(await this.read.run(authority, id), likelihood);
  }

  @Get('reports/:id/tables.csv')
  @ApiOperation({ summary: 'A section as CSV, or every figure of the report' })
  @CsvFile()
  @Permission('equity-reports:read')
  async getCsv(
    @PathId('id') id: string,
    @Query() wanted: SectionQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    const { report } = await this.read.export(authority, id);
    return reportFile(report, 'csv', wanted);
  }

  @Get('reports/:id/tables.xlsx')
  @ApiOperation({ summary: 'The report as a workbook, a sheet for each section or for one' })
  @WorkbookFile()
  @Permission('equity-reports:read')
  async getWorkbook(
    @PathId('id') id: string,
    @Query() wanted: SectionQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    const { report } = await this.read.export(authority, id);
    return reportFile(report, 'xlsx', wanted);
  }

  @Get('reports/:id/counts')
  @ApiOperation({ summary: 'People by dimensions that the lattice has together' })
  @ApiOkResponse({ type: ReportCountsAnswer })
  @Permission('equity-reports:read')
  async getCounts(
    @PathId('id') id: string,
    @Query() { by = [] }: ReportCountsQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<ReportCountsAnswer>> {
    return reportCountsAnswer(await this.readCounts.run(authority, id, onLattice(by)));
  }

  @Get('lattice')
  @ApiOperation({ summary: 'Which dimensions can be asked about together' })
  @ApiOkResponse({ type: LatticeAnswer })
  @Permission('equity-reports:read')
  getLattice(): AnswerOf<LatticeAnswer> {
    return { sets: REPORT_LATTICE.sets };
  }
}
