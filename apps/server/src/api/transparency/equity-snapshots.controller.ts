import { ReadSnapshots } from '@evenhand/equity';
import { Controller, Get, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../http/access';
import type { AnswerOf, Request, Response } from '../../http/exchange';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { LikelihoodQuery, SectionQuery } from '../equity/equity-report.dto';
import { CsvFile, csvFile, WorkbookFile, workbookFile } from '../equity/report-files';
import {
  PublicSnapshotAnswer,
  publicSnapshotAnswer,
  PublicSnapshotPage,
  PublicSnapshotSummary,
  publicSnapshotSummary,
} from './equity-snapshots.dto';

import { type SnapshotFile, SnapshotFiles } from './snapshot-files';

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
    return unlessHeld(await this.files.csv(id, wanted), { request, response }, csvFile);
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
    return unlessHeld(await this.files.workbook(id, wanted), { request, response }, workbookFile);
  }
}

/** What is published never changes, and is for everybody: whoever is on the way may keep it, and who holds it gets nothing. */
function unlessHeld(
  { content, tag }: SnapshotFile,
  { request, response }: { readonly request: Request; readonly response: Response },
  sent: (content: Buffer) => StreamableFile,
): StreamableFile | undefined {
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
  if (request.fresh !== true) return sent(content);
  response.statusCode = 304;
  return undefined;
}
