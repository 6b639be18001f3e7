import type { Authority } from '@evenhand/kernel';
import { AddBoard, ChangeBoard, CheckBoard, ListBoards, ReadBoard } from '@evenhand/talent';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import { ProgrammeQuery } from '../programmes/programme-query.dto';
import {
  BoardAnswer,
  boardAnswer,
  BoardBody,
  BoardCompositionAnswer,
  boardCompositionAnswer,
  BoardPage,
  NewBoard,
} from './boards.dto';

/** The boards of organisations, seat by seat, and what the law asks of them. */
@ApiTags('Boards')
@Controller('boards')
export class BoardsController {
  constructor(
    private readonly add: AddBoard,
    private readonly change: ChangeBoard,
    private readonly read: ReadBoard,
    private readonly list: ListBoards,
    private readonly check: CheckBoard,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Keep the board of an organisation, by role and profession' })
  @ApiCreatedResponse({ type: BoardAnswer })
  @Permission('leadership-plan:write')
  @Versioned()
  @Located('boards')
  async post(@Body() body: NewBoard, @CurrentAuthority() authority: Authority): Promise<BoardAnswer> {
    return boardAnswer(await this.add.run(authority, body));
  }

  @Get()
  @ApiOperation({ summary: 'List the boards of a programme' })
  @ApiOkResponse({ type: BoardPage })
  @Permission('leadership-plan:read')
  async getAll(
    @Query() { programme }: ProgrammeQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<BoardAnswer>> {
    return paging.answer(await this.list.run(authority, programme, paging.request), boardAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a board' })
  @ApiOkResponse({ type: BoardAnswer })
  @Permission('leadership-plan:read')
  @Versioned()
  async get(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<BoardAnswer> {
    return boardAnswer(await this.read.run(authority, id));
  }

  @Put(':id')
  @ApiOperation({ summary: 'Replace the kind and the seats of a board' })
  @ApiOkResponse({ type: BoardAnswer })
  @Permission('leadership-plan:write')
  @Versioned()
  async putOne(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: BoardBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<BoardAnswer> {
    return boardAnswer(await this.change.run(authority, id, version, body));
  }

  @Get(':id/composition')
  @ApiOperation({ summary: 'Hold a board against the law, and see which seats are open and who is missing' })
  @ApiOkResponse({ type: BoardCompositionAnswer })
  @Permission('leadership-plan:read')
  async getComposition(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<BoardCompositionAnswer> {
    return boardCompositionAnswer(await this.check.run(authority, id));
  }
}
