import type { Authority } from '@evenhand/kernel';
import { ListMenteeProfiles, PutMenteeProfile, type PutProfile, ReadMenteeProfile } from '@evenhand/people';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ReplacedVersion, Versioned } from '../../http/versions';
import { ProgrammeQuery } from '../programmes/programme-query.dto';
import {
  MenteeProfileAnswer,
  menteeProfileAnswer,
  MenteeProfileBody,
  MenteeProfilePage,
} from './profiles.dto';
import { CreatedOrReplaced } from './created-or-replaced';

/** What people ask of a mentor. */
@ApiTags('Profiles')
@Controller('mentee-profiles')
export class MenteeProfilesController {
  constructor(
    private readonly put: PutMenteeProfile,
    private readonly read: ReadMenteeProfile,
    private readonly list: ListMenteeProfiles,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the mentee profiles of a programme' })
  @ApiOkResponse({ type: MenteeProfilePage })
  @Permission('people:read')
  async getAll(
    @Query() { programme }: ProgrammeQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<MenteeProfileAnswer>> {
    return paging.answer(await this.list.run(authority, programme, paging.request), menteeProfileAnswer);
  }

  @Get(':personId')
  @ApiOperation({ summary: 'Read the mentee profile of a person' })
  @ApiOkResponse({ type: MenteeProfileAnswer })
  @Permission('people:read', 'people:read-own')
  @Versioned()
  async get(
    @PathId('personId') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MenteeProfileAnswer> {
    return menteeProfileAnswer(await this.read.run(authority, id));
  }

  @Put(':personId')
  @ApiOperation({ summary: 'Make the mentee profile of a person, or replace it' })
  @ApiOkResponse({ type: MenteeProfileAnswer, description: 'It was replaced.' })
  @ApiCreatedResponse({ type: MenteeProfileAnswer, description: 'There was none before.' })
  @Permission('people:write-own')
  @CreatedOrReplaced()
  @Versioned()
  async putOne(
    @PathId('personId') id: string,
    @ReplacedVersion() version: number | undefined,
    @Body() body: MenteeProfileBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<PutProfile<MenteeProfileAnswer>> {
    const { profile, created } = await this.put.run(authority, id, body, version);
    return { profile: menteeProfileAnswer(profile), created };
  }
}
