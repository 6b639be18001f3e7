import type { Authority } from '@evenhand/kernel';
import { ImportPeople, ListImports, ReadImport } from '@evenhand/people';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { BodyLimit } from '../../http/json-body.interceptor';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ProgrammeQuery } from '../programmes/programme-query.dto';
import { IMPORT_BYTES, ImportAnswer, importAnswer, importInput, ImportPage, NewImport } from './imports.dto';

/** Files of people, taken whole or not at all. */
@ApiTags('Imports')
@Controller('imports')
export class ImportsController {
  constructor(
    private readonly importPeople: ImportPeople,
    private readonly read: ReadImport,
    private readonly list: ListImports,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Import the people of one file or two; importing them again changes nothing' })
  @ApiCreatedResponse({ type: ImportAnswer })
  @Permission('imports:write')
  @BodyLimit(IMPORT_BYTES)
  @Located('imports')
  async post(@Body() body: NewImport, @CurrentAuthority() authority: Authority): Promise<ImportAnswer> {
    return importAnswer(await this.importPeople.run(authority, importInput(body)));
  }

  @Get()
  @ApiOperation({ summary: 'List the imports of a programme' })
  @ApiOkResponse({ type: ImportPage })
  @Permission('imports:read')
  async getAll(
    @Query() { programme }: ProgrammeQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<ImportAnswer>> {
    return paging.answer(await this.list.run(authority, programme, paging.request), importAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read what came of an import' })
  @ApiOkResponse({ type: ImportAnswer })
  @Permission('imports:read')
  async get(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<ImportAnswer> {
    return importAnswer(await this.read.run(authority, id));
  }
}
