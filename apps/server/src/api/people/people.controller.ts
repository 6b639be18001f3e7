import type { Authority } from '@evenhand/kernel';
import { ChangePerson, ListPeople, ReadPerson, RegisterPerson } from '@evenhand/people';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import { ProgrammeQuery } from '../programmes/programme-query.dto';
import { NewPerson, PersonAnswer, personAnswer, PersonBody, PersonPage } from './people.dto';

/** People with their background and posts. */
@ApiTags('People')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly register: RegisterPerson,
    private readonly change: ChangePerson,
    private readonly read: ReadPerson,
    private readonly list: ListPeople,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Register a person' })
  @ApiCreatedResponse({ type: PersonAnswer })
  @Permission('people:register')
  @Versioned()
  @Located('people')
  async post(
    @Body() { programmeId, ...input }: NewPerson,
    @CurrentAuthority() authority: Authority,
  ): Promise<PersonAnswer> {
    return personAnswer(await this.register.run(authority, programmeId, input));
  }

  @Get()
  @ApiOperation({ summary: 'List the people of a programme' })
  @ApiOkResponse({ type: PersonPage })
  @Permission('people:read')
  async getAll(
    @Query() { programme }: ProgrammeQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<PersonAnswer>> {
    return paging.answer(await this.list.run(authority, programme, paging.request), personAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a person' })
  @ApiOkResponse({ type: PersonAnswer })
  @Permission('people:read', 'people:read-own')
  @Versioned()
  async get(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<PersonAnswer> {
    return personAnswer(await this.read.run(authority, id));
  }

  @Put(':id')
  @ApiOperation({
    summary: 'Replace what is said of a person',
    description:
      'Of themselves people change all but their reference, e-mail address and line manager, which their coordinator ' +
      'changes; whom they name in posts and exclude stays as they write it. What is theirs to say, consent, languages, ' +
      'mode and exclude, a coordinator sends as it stands: only an import of the programme changes it for them.',
  })
  @ApiOkResponse({ type: PersonAnswer })
  @Permission('people:correct', 'people:write-own')
  @Versioned()
  async put(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: PersonBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<PersonAnswer> {
    return personAnswer(await this.change.run(authority, id, version, body));
  }
}
