import type { Authority } from '@evenhand/kernel';
import {
  ChangeProgramme,
  CreateProgramme,
  ListProgrammes,
  ReadProgramme,
  ReadWorkforce,
  SetWorkforce,
} from '@evenhand/people';
import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import {
  NewProgramme,
  ProgrammeAnswer,
  programmeAnswer,
  ProgrammeChangeBody,
  ProgrammePage,
  Workforce,
  workforceAnswer,
} from './programmes.dto';

/** The programmes within which people are matched, and whom each has in scope. */
@ApiTags('Programmes')
@Controller('programmes')
export class ProgrammesController {
  constructor(
    private readonly create: CreateProgramme,
    private readonly change: ChangeProgramme,
    private readonly read: ReadProgramme,
    private readonly list: ListProgrammes,
    private readonly setWorkforce: SetWorkforce,
    private readonly readWorkforce: ReadWorkforce,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Make a programme' })
  @ApiCreatedResponse({ type: ProgrammeAnswer })
  @Permission('programmes:make')
  @Versioned()
  @Located('programmes')
  async post(@Body() body: NewProgramme, @CurrentAuthority() authority: Authority): Promise<ProgrammeAnswer> {
    return programmeAnswer(await this.create.run(authority, body));
  }

  @Get()
  @ApiOperation({ summary: 'List the programmes in which you have a role' })
  @ApiOkResponse({ type: ProgrammePage })
  @Permission('programmes:read')
  async getAll(
    @Query() _: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<ProgrammeAnswer>> {
    return paging.answer(await this.list.run(authority, paging.request), programmeAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a programme' })
  @ApiOkResponse({ type: ProgrammeAnswer })
  @Permission('programmes:read')
  @Versioned()
  async get(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<ProgrammeAnswer> {
    return programmeAnswer(await this.read.run(authority, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Rename, close or reopen a programme' })
  @ApiOkResponse({ type: ProgrammeAnswer })
  @Permission('programmes:write')
  @Versioned()
  async patch(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: ProgrammeChangeBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<ProgrammeAnswer> {
    return programmeAnswer(await this.change.run(authority, id, version, body));
  }

  @Put(':id/workforce')
  @ApiOperation({ summary: 'Set the headcounts by profession, all at once' })
  @ApiOkResponse({ type: Workforce })
  @Permission('workforce:write')
  async putWorkforce(
    @PathId('id') id: string,
    @Body() body: Workforce,
    @CurrentAuthority() authority: Authority,
  ): Promise<Workforce> {
    return workforceAnswer(await this.setWorkforce.run(authority, id, body.headcounts));
  }

  @Get(':id/workforce')
  @ApiOperation({ summary: 'Read the headcounts by profession' })
  @ApiOkResponse({ type: Workforce })
  @Permission('workforce:read')
  async getWorkforce(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<Workforce> {
    return workforceAnswer(await this.readWorkforce.run(authority, id));
  }
}
