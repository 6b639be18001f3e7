import { ReadSnapshots } from '@evenhand/equity';
import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../http/access';
import type { AnswerOf, Request, Response } from '../../http/exchange';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { COPIES_FOR_FIVE_MINUTES } from '../../http/security-headers';
import { LikelihoodQuery, SectionQuery } from '../equity/equity-report.dto';
import {
  CsvFile,
  reportDownload,
  type ReportForm,
  type WantedFile,
  WorkbookFile,
} from '../equity/report-files';
import {
  PublicSnapshotAnswer,
  publicSnapshotAnswer,
  PublicSnapshotPage,
  PublicSnapshotSummary,
  publicSnapshotSummary,
} from './equity-snapshots.dto';
import { SnapshotFiles } from './snapshot-files';

/** What everybody may know of who gets access: snapshots that a board approved. */
@ApiTags('Transparency')
@Controller('transparency/equity-snapshots')
@Public()
export class TransparentEquitySnapshotsController {
  constructor(
    private readonly read: ReadSnapshots,
    private readonly files: SnapshotFiles,
  ) {}

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
  async get(
    @PathId('id') id: string,
    @Query() { likelihood }: LikelihoodQuery,
  ): Promise<AnswerOf<PublicSnapshotAnswer>> {
    return publicSnapshotAnswer(await this.read.publishedOne(id), likelihood);
  }

  @Get(':id/tables.csv')
  @ApiOperation({ summary: 'A section as CSV, or every figure of the snapshot' })
  @CsvFile()
  async getCsv(
    @PathId('id') id: string,
    @Query() wanted: SectionQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    return this.unlessHeld({ id, form: 'csv', wanted }, request, response);
  }

  @Get(':id/tables.xlsx')
  @ApiOperation({ summary: 'The snapshot as a workbook, a sheet for each section or for one' })
  @WorkbookFile()
  async getWorkbook(
    @PathId('id') id: string,
    @Query() wanted: SectionQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile | undefined> {
    return this.unlessHeld({ id, form: 'xlsx', wanted }, request, response);
  }

  /**
   * What is published never changes, but how a file of it is written may with a version of the service: a copy is good for
   * a while, and who holds the same after that gets nothing.
   */
  private async unlessHeld(
    { id, form, wanted }: { readonly id: string; readonly form: ReportForm; readonly wanted: WantedFile },
    request: Request,
    response: Response,
  ): Promise<StreamableFile | undefined> {
    const { content, tag } = await this.files.of(id, form, wanted);
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', COPIES_FOR_FIVE_MINUTES);
    if (request.fresh !== true) return reportDownload(content, form);
    response.statusCode = 304;
    return undefined;
  }
}
