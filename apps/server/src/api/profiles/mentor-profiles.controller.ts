import type { Authority } from '@evenhand/kernel';
import { ListMentorProfiles, PutMentorProfile, type PutProfile, ReadMentorProfile } from '@evenhand/people';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ReplacedVersion, Versioned } from '../../http/versions';
import { ProgrammeQuery } from '../programmes/programme-query.dto';
import {
  MentorProfileAnswer,
  mentorProfileAnswer,
  MentorProfileBody,
  MentorProfilePage,
} from './profiles.dto';
import { CreatedOrReplaced } from './created-or-replaced';

/** What people offer as mentors. */
@ApiTags('Profiles')
@Controller('mentor-profiles')
export class MentorProfilesController {
  constructor(
    private readonly put: PutMentorProfile,
    private readonly read: ReadMentorProfile,
    private readonly list: ListMentorProfiles,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List the mentor profiles of a programme' })
  @ApiOkResponse({ type: MentorProfilePage })
  @Permission('people:read')
  async getAll(
    @Query() { programme }: ProgrammeQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<MentorProfileAnswer>> {
    return paging.answer(await this.list.run(authority, programme, paging.request), mentorProfileAnswer);
  }

  @Get(':personId')
  @ApiOperation({ summary: 'Read the mentor profile of a person' })
  @ApiOkResponse({ type: MentorProfileAnswer })
  @Permission('people:read', 'people:read-own')
  @Versioned()
  async get(
    @PathId('personId') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MentorProfileAnswer> {
    return mentorProfileAnswer(await this.read.run(authority, id));
  }

  @Put(':personId')
  @ApiOperation({ summary: 'Make the mentor profile of a person, or replace it' })
  @ApiOkResponse({ type: MentorProfileAnswer, description: 'It was replaced.' })
  @ApiCreatedResponse({ type: MentorProfileAnswer, description: 'There was none before.' })
  @Permission('people:write-own')
  @CreatedOrReplaced()
  @Versioned()
  async putOne(
    @PathId('personId') id: string,
    @ReplacedVersion() version: number | undefined,
    @Body() body: MentorProfileBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<PutProfile<MentorProfileAnswer>> {
    const { profile, created } = await this.put.run(authority, id, body, version);
    return { profile: mentorProfileAnswer(profile), created };
  }
}
