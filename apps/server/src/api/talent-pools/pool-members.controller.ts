import { type Authority, InputRefused } from '@evenhand/kernel';
import {
  Apply,
  Assess,
  DeclareInterest,
  DeclineNomination,
  ListMembers,
  Nominate,
  type Nominee,
  type PoolMember,
  ReadCriteriaMet,
  ReadMemberCards,
  ReadPoolMember,
  RecordAppointment,
  RecordLeaving,
} from '@evenhand/talent';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf, Response } from '../../http/exchange';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { API_PREFIX } from '../../http/routes';
import { Versioned } from '../../http/versions';
import { CriteriaMetAnswer } from './criteria.dto';
import {
  NewAppointment,
  NewAssessment,
  NewLeaving,
  NewPoolMember,
  type NominationField,
  NominationRefusal,
  PoolMemberAnswer,
  poolMemberAnswer,
  PoolMemberPage,
  PoolMemberQuery,
} from './pool-members.dto';

function nomineeOf({ personId, reference }: NominationField): Nominee {
  if ((personId === undefined) === (reference === undefined)) {
    throw new InputRefused(['nomination: give either the personId or the reference of the person']);
  }
  return personId === undefined ? { reference: reference! } : { personId };
}

/** Who is on the way into a talent pool, in it, or was. */
@ApiTags('Talent pools')
@Controller('talent-pools/:poolId/members')
export class PoolMembersController {
  constructor(
    private readonly nominate: Nominate,
    private readonly apply: Apply,
    private readonly read: ReadPoolMember,
    private readonly list: ListMembers,
    private readonly cards: ReadMemberCards,
    private readonly criteriaMet: ReadCriteriaMet,
    private readonly declareInterest: DeclareInterest,
    private readonly declineNomination: DeclineNomination,
    private readonly assess: Assess,
    private readonly recordAppointment: RecordAppointment,
    private readonly recordLeaving: RecordLeaving,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Nominate somebody, or apply for oneself' })
  @ApiCreatedResponse({ type: PoolMemberAnswer })
  @Permission('talent-pools:nominate', 'talent-pools:join-own')
  @Versioned()
  async post(
    @PathId('poolId') poolId: string,
    @Body() body: NewPoolMember,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PoolMemberAnswer> {
    const member = await this.bring(authority, poolId, body);
    response.setHeader('Location', `/${API_PREFIX}/talent-pools/${poolId}/members/${member.id}`);
    return member;
  }

  @Get()
  @ApiOperation({ summary: 'List members; those who may read only their own see themselves' })
  @ApiOkResponse({ type: PoolMemberPage })
  @Permission('talent-pools:read', 'talent-pools:read-own')
  async getAll(
    @PathId('poolId') poolId: string,
    @Query() { state }: PoolMemberQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<PoolMemberAnswer>> {
    const filter = { poolId, ...(state === undefined ? {} : { states: state }) };
    const page = await this.list.run(authority, filter, paging.request);
    const cards = await this.cards.run(authority, page.items);
    return paging.answer(page, (member) => poolMemberAnswer(member, cards.get(member.personId)));
  }

  @Get(':memberId')
  @ApiOperation({ summary: 'Read a member' })
  @ApiOkResponse({ type: PoolMemberAnswer })
  @Permission('talent-pools:read', 'talent-pools:read-own')
  @Versioned()
  async get(
    @PathId('poolId') poolId: string,
    @PathId('memberId') memberId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<PoolMemberAnswer> {
    return this.answer(authority, await this.read.run(authority, { poolId, memberId }));
  }

  @Get(':memberId/criteria')
  @ApiOperation({ summary: 'Read which criteria a member meets, by what the service holds, and why' })
  @ApiOkResponse({ type: CriteriaMetAnswer })
  @Permission('talent-pools:read', 'talent-pools:read-own')
  async getCriteria(
    @PathId('poolId') poolId: string,
    @PathId('memberId') memberId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CriteriaMetAnswer>> {
    return this.criteriaMet.run(authority, { poolId, memberId });
  }

  @Post(':memberId/interest')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that one wants to be considered' })
  @ApiOkResponse({ type: PoolMemberAnswer })
  @Permission('talent-pools:join-own')
  @Versioned()
  async postInterest(
    @PathId('poolId') poolId: string,
    @PathId('memberId') memberId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<PoolMemberAnswer> {
    return this.answer(authority, await this.declareInterest.run(authority, { poolId, memberId }));
  }

  @Post(':memberId/decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say that one does not want to be considered' })
  @ApiOkResponse({ type: PoolMemberAnswer })
  @Permission('talent-pools:join-own')
  @Versioned()
  async postDecline(
    @PathId('poolId') poolId: string,
    @PathId('memberId') memberId: string,
    @Body() { note }: NominationRefusal,
    @CurrentAuthority() authority: Authority,
  ): Promise<PoolMemberAnswer> {
    const at = { poolId, memberId };
    return this.answer(authority, await this.declineNomination.run(authority, at, note));
  }

  @Post(':memberId/assessment')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record how ready a member is, and what shows it' })
  @ApiOkResponse({ type: PoolMemberAnswer })
  @Permission('talent-pools:decide')
  @Versioned()
  async postAssessment(
    @PathId('poolId') poolId: string,
    @PathId('memberId') memberId: string,
    @Body() body: NewAssessment,
    @CurrentAuthority() authority: Authority,
  ): Promise<PoolMemberAnswer> {
    return this.answer(authority, await this.assess.run(authority, { poolId, memberId }, body));
  }

  @Post(':memberId/appointment')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that a member of the pool was appointed' })
  @ApiOkResponse({ type: PoolMemberAnswer })
  @Permission('talent-pools:decide')
  @Versioned()
  async postAppointment(
    @PathId('poolId') poolId: string,
    @PathId('memberId') memberId: string,
    @Body() { post }: NewAppointment,
    @CurrentAuthority() authority: Authority,
  ): Promise<PoolMemberAnswer> {
    return this.answer(authority, await this.recordAppointment.run(authority, { poolId, memberId }, post));
  }

  @Post(':memberId/leaving')
  @HttpCode(200)
  @ApiOperation({ summary: 'Leave the pool or the way to it, or record for somebody that they did' })
  @ApiOkResponse({ type: PoolMemberAnswer })
  @Permission('talent-pools:decide', 'talent-pools:join-own')
  @Versioned()
  async postLeaving(
    @PathId('poolId') poolId: string,
    @PathId('memberId') memberId: string,
    @Body() { reason }: NewLeaving,
    @CurrentAuthority() authority: Authority,
  ): Promise<PoolMemberAnswer> {
    const at = { poolId, memberId };
    return this.answer(authority, await this.recordLeaving.run(authority, at, reason));
  }

  private async bring(
    authority: Authority,
    poolId: string,
    { nomination, reason }: NewPoolMember,
  ): Promise<PoolMemberAnswer> {
    if (nomination === undefined) {
      return this.answer(authority, await this.apply.run(authority, poolId, reason));
    }
    const nominee = { ...nomineeOf(nomination), as: nomination.as, reason };
    return this.answer(authority, await this.nominate.run(authority, poolId, nominee));
  }

  private async answer(authority: Authority, member: PoolMember): Promise<PoolMemberAnswer> {
    const cards = await this.cards.run(authority, [member]);
    return poolMemberAnswer(member, cards.get(member.personId));
  }
}
