import { SigningKeys } from '@evenhand/kernel';
import { ListTransparentRounds, ReadTransparentRound, roundStatement } from '@evenhand/matching';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { TransparentRoundAnswer, transparentRoundAnswer, TransparentRoundPage } from './rounds.dto';

/** What everybody may know of matching rounds. */
@ApiTags('Transparency')
@Controller('transparency/rounds')
@Public()
export class TransparentRoundsController {
  constructor(
    private readonly list: ListTransparentRounds,
    private readonly read: ReadTransparentRound,
    private readonly keys: SigningKeys,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List rounds with their rules, seed, hash and access by professional group' })
  @ApiOkResponse({ type: TransparentRoundPage })
  async getAll(
    @Query() _query: PageQuery,
    @Paged() paging: Paging,
  ): Promise<PageAnswer<AnswerOf<TransparentRoundAnswer>>> {
    return paging.answer(await this.list.run(paging.request), transparentRoundAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a round' })
  @ApiOkResponse({ type: TransparentRoundAnswer })
  async get(@PathId('id') id: string): Promise<AnswerOf<TransparentRoundAnswer>> {
    const round = await this.read.run(id);
    const statement = roundStatement(round);
    const signature = statement === undefined ? undefined : this.keys.sign(statement);
    return {
      ...transparentRoundAnswer(round),
      ...(statement === undefined || signature === undefined ? {} : { signed: { statement, ...signature } }),
    };
  }
}
