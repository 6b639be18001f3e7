import { type Caller, limitedTo } from '@evenhand/identity';
import { ListMentorProfiles, PutMentorProfile, type PutProfile, ReadMentorProfile } from '@evenhand/people';
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Permission } from '../../http/access';
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
  ): Promise<PageAnswer<MentorProfileAnswer>> {
    return paging.answer(await this.list.run(programme, paging.request), mentorProfileAnswer);
  }

  @Get(':personId')
  @ApiOperation({ summary: 'Read the mentor profile of a person' })
  @ApiOkResponse({ type: MentorProfileAnswer })
  @Permission('people:read', 'people:read-own')
  @Versioned()
  async get(@PathId('personId') id: string, @CurrentCaller() caller: Caller): Promise<MentorProfileAnswer> {
    return mentorProfileAnswer(await this.read.run(id, limitedTo(caller, 'people:read', 'people:read-own')));
  }

  @Put(':personId')
  @ApiOperation({ summary: 'Make the mentor profile of a person, or replace it' })
  @ApiOkResponse({ type: MentorProfileAnswer, description: 'It was replaced.' })
  @ApiCreatedResponse({ type: MentorProfileAnswer, description: 'There was none before.' })
  @Permission('people:write', 'people:write-own')
  @CreatedOrReplaced()
  @Versioned()
  async putOne(
    @PathId('personId') id: string,
    @ReplacedVersion() version: number | undefined,
    @Body() body: MentorProfileBody,
    @CurrentCaller() caller: Caller,
  ): Promise<PutProfile<MentorProfileAnswer>> {
    const own = limitedTo(caller, 'people:write', 'people:write-own');
    const { profile, created } = await this.put.run(id, body, version, own);
    return { profile: mentorProfileAnswer(profile), created };
  }
}
