import type { Authority } from '@evenhand/kernel';
import {
  ChangeOrganisation,
  CreateOrganisation,
  ListOrganisations,
  ReadOrganisation,
} from '@evenhand/people';
import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import { ProgrammeQuery } from '../programmes/programme-query.dto';
import {
  NewOrganisation,
  OrganisationAnswer,
  organisationAnswer,
  OrganisationChangeBody,
  OrganisationPage,
} from './organisations.dto';

/** Employers and partners. */
@ApiTags('Organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly create: CreateOrganisation,
    private readonly change: ChangeOrganisation,
    private readonly read: ReadOrganisation,
    private readonly list: ListOrganisations,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Add an organisation' })
  @ApiCreatedResponse({ type: OrganisationAnswer })
  @Permission('organisations:write')
  @Versioned()
  @Located('organisations')
  async post(
    @Body() body: NewOrganisation,
    @CurrentAuthority() authority: Authority,
  ): Promise<OrganisationAnswer> {
    return organisationAnswer(await this.create.run(authority, body));
  }

  @Get()
  @ApiOperation({ summary: 'List the organisations of a programme' })
  @ApiOkResponse({ type: OrganisationPage })
  @Permission('organisations:read')
  async getAll(
    @Query() { programme }: ProgrammeQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<OrganisationAnswer>> {
    return paging.answer(await this.list.run(authority, programme, paging.request), organisationAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an organisation' })
  @ApiOkResponse({ type: OrganisationAnswer })
  @Permission('organisations:read')
  @Versioned()
  async get(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<OrganisationAnswer> {
    return organisationAnswer(await this.read.run(authority, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change an organisation' })
  @ApiOkResponse({ type: OrganisationAnswer })
  @Permission('organisations:write')
  @Versioned()
  async patch(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: OrganisationChangeBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<OrganisationAnswer> {
    return organisationAnswer(await this.change.run(authority, id, version, body));
  }
}
