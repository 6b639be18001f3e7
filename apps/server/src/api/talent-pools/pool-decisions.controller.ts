import { type Caller, limitedTo } from '@evenhand/identity';
import { Decide, ListDecisions } from '@evenhand/talent';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Permission } from '../../http/access';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { DecisionAnswer, decisionAnswer, DecisionPage, NewDecision } from './pool-members.dto';

/** Decisions on members of a talent pool. */
@ApiTags('Talent pools')
@Controller('talent-pools/:poolId/decisions')
export class PoolDecisionsController {
  constructor(
    private readonly decide: Decide,
    private readonly list: ListDecisions,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Take an assessed member into the pool or turn them down' })
  @ApiCreatedResponse({ type: DecisionAnswer })
  @Permission('talent-pools:decide')
  async post(
    @PathId('poolId') poolId: string,
    @Body() { memberId, ...verdict }: NewDecision,
    @CurrentCaller() caller: Caller,
  ): Promise<DecisionAnswer> {
    return decisionAnswer(await this.decide.run({ poolId, memberId }, { ...verdict, decider: caller }));
  }

  @Get()
  @ApiOperation({ summary: 'List decisions; those who may read only their own see those on themselves' })
  @ApiOkResponse({ type: DecisionPage })
  @Permission('talent-pools:read', 'talent-pools:read-own')
  async getAll(
    @PathId('poolId') poolId: string,
    @Query() _query: PageQuery,
    @Paged() paging: Paging,
    @CurrentCaller() caller: Caller,
  ): Promise<PageAnswer<DecisionAnswer>> {
    const own = limitedTo(caller, 'talent-pools:read', 'talent-pools:read-own');
    return paging.answer(await this.list.run(poolId, paging.request, own), decisionAnswer);
  }
}
