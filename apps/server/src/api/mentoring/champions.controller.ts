import { type Authority, InputRefused } from '@evenhand/kernel';
import {
  ListChampionings,
  NameChampion,
  type NamedColleague,
  PutPersonForward,
  ReadChampioning,
  TakeBackChampion,
  TakeUpChampioning,
} from '@evenhand/mentoring';
import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { Versioned } from '../../http/versions';
import {
  ChampionAnswer,
  championAnswer,
  ChampionPage,
  ChampionQuery,
  NewChampion,
  NewPuttingForward,
} from './champions.dto';

/** Senior colleagues who open doors. */
@ApiTags('Champions')
@Controller('champions')
export class ChampionsController {
  constructor(
    private readonly name: NameChampion,
    private readonly read: ReadChampioning,
    private readonly list: ListChampionings,
    private readonly putForward: PutPersonForward,
    private readonly takeUp: TakeUpChampioning,
    private readonly takeBack: TakeBackChampion,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Name a champion for oneself' })
  @ApiCreatedResponse({ type: ChampionAnswer })
  @Permission('championing:write-own')
  @Versioned()
  @Located('champions')
  async post(
    @Body() { programmeId, ...named }: NewChampion,
    @CurrentAuthority() authority: Authority,
  ): Promise<ChampionAnswer> {
    return championAnswer(await this.name.run(authority, programmeId, colleagueIn(named)));
  }

  @Get()
  @ApiOperation({ summary: 'List champions and whom they put forward' })
  @ApiOkResponse({ type: ChampionPage })
  @Permission('championing:read', 'championing:read-own')
  async getAll(
    @Query() { programme, state }: ChampionQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<ChampionAnswer>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(state === undefined ? {} : { state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), championAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read who named whom, and what came of it' })
  @ApiOkResponse({ type: ChampionAnswer })
  @Permission('championing:read', 'championing:read-own')
  @Versioned()
  async get(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<ChampionAnswer> {
    return championAnswer(await this.read.run(authority, id));
  }

  @Post(':id/put-forward')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put the person forward, as their champion' })
  @ApiOkResponse({ type: ChampionAnswer })
  @Permission('championing:write-own')
  @Versioned()
  async postPutForward(
    @PathId('id') id: string,
    @Body() { what, on }: NewPuttingForward,
    @CurrentAuthority() authority: Authority,
  ): Promise<ChampionAnswer> {
    return championAnswer(await this.putForward.run(authority, id, { what, on }));
  }

  @Post(':id/take-up')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that one took up what one was put forward for' })
  @ApiOkResponse({ type: ChampionAnswer })
  @Permission('championing:write-own')
  @Versioned()
  async postTakeUp(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<ChampionAnswer> {
    return championAnswer(await this.takeUp.run(authority, id));
  }

  @Delete(':id')
  @ApiOperation({
    summary: 'Take the name back, or do not be a champion, while nobody was put forward',
  })
  @ApiOkResponse({ type: ChampionAnswer })
  @Permission('championing:write-own')
  async delete(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<ChampionAnswer> {
    return championAnswer(await this.takeBack.run(authority, id));
  }
}

function colleagueIn({ championPersonId, reference }: Omit<NewChampion, 'programmeId'>): NamedColleague {
  if ((championPersonId === undefined) === (reference === undefined)) {
    throw new InputRefused(['give either the championPersonId or the reference of the champion']);
  }
  return championPersonId === undefined ? { reference: reference! } : { personId: championPersonId };
}
