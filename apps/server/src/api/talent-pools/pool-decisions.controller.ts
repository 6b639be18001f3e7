import type { Authority } from '@evenhand/kernel';
import { Decide, ListDecisions } from '@evenhand/talent';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
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
    @CurrentAuthority() authority: Authority,
  ): Promise<DecisionAnswer> {
    return decisionAnswer(await this.decide.run(authority, { poolId, memberId }, verdict));
  }

  @Get()
  @ApiOperation({ summary: 'List decisions; those who may read only their own see those on themselves' })
  @ApiOkResponse({ type: DecisionPage })
  @Permission('talent-pools:read', 'talent-pools:read-own')
  async getAll(
    @PathId('poolId') poolId: string,
    @Query() _query: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<DecisionAnswer>> {
    return paging.answer(await this.list.run(authority, poolId, paging.request), decisionAnswer);
  }
}
