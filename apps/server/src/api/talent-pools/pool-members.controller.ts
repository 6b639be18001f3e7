import { type Caller, limitedTo, may } from '@evenhand/identity';
import { Forbidden, InputRefused } from '@evenhand/kernel';
import {
  Apply,
  Assess,
  DeclareInterest,
  DeclineNomination,
  ListMembers,
  type MemberCard,
  Nominate,
  type Nominee,
  type PoolMember,
  ReadMemberCards,
  ReadPoolMember,
  RecordAppointment,
  RecordLeaving,
} from '@evenhand/talent';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentCaller, Permission } from '../../http/access';
import type { Response } from '../../http/exchange';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { API_PREFIX } from '../../http/routes';
import { Versioned } from '../../http/versions';
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

const readable = (caller: Caller) => limitedTo(caller, 'talent-pools:read', 'talent-pools:read-own');
const movable = (caller: Caller) => limitedTo(caller, 'talent-pools:decide', 'talent-pools:join-own');

/** Whoever may not read of people at all sees only those who said that they want to be considered, and themselves. */
const shownTo = (caller: Caller): { interested?: true } =>
  may(caller.role, 'people:read') || may(caller.role, 'talent-pools:read-own') ? {} : { interested: true };

function nomineeOf({ personId, reference }: NominationField): Nominee {
  if ((personId === undefined) === (reference === undefined)) {
    throw new InputRefused(['nomination: give either the personId or the reference of the person']);
  }
  return personId === undefined ? { reference: reference! } : { personId };
}

function oneself(caller: Caller): string {
  const own = movable(caller);
  if (own === undefined) {
    throw new Forbidden('Only the person whom it is about can do this.');
  }
  return own;
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
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PoolMemberAnswer> {
    const member = await this.bring(poolId, body, caller);
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
    @CurrentCaller() caller: Caller,
  ): Promise<PageAnswer<PoolMemberAnswer>> {
    const filter = { poolId, ...(state === undefined ? {} : { states: state }), ...shownTo(caller) };
    const page = await this.list.run(filter, paging.request, readable(caller));
    const cards = await this.cardsFor(caller, page.items);
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
    @CurrentCaller() caller: Caller,
  ): Promise<PoolMemberAnswer> {
    return this.answer(
      caller,
      await this.read.run(memberId, { poolId, ...shownTo(caller) }, readable(caller)),
    );
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
    @CurrentCaller() caller: Caller,
  ): Promise<PoolMemberAnswer> {
    return this.answer(caller, await this.declareInterest.run({ poolId, memberId }, oneself(caller)));
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
    @CurrentCaller() caller: Caller,
  ): Promise<PoolMemberAnswer> {
    const at = { poolId, memberId };
    return this.answer(caller, await this.declineNomination.run(at, note, oneself(caller)));
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
    @CurrentCaller() caller: Caller,
  ): Promise<PoolMemberAnswer> {
    return this.answer(caller, await this.assess.run({ poolId, memberId }, body, caller));
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
    @CurrentCaller() caller: Caller,
  ): Promise<PoolMemberAnswer> {
    return this.answer(caller, await this.recordAppointment.run({ poolId, memberId }, post));
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
    @CurrentCaller() caller: Caller,
  ): Promise<PoolMemberAnswer> {
    const at = { poolId, memberId };
    return this.answer(caller, await this.recordLeaving.run(at, reason, movable(caller)));
  }

  private async bring(poolId: string, { nomination, reason }: NewPoolMember, caller: Caller) {
    if (nomination === undefined) {
      return this.answer(caller, await this.apply.run(poolId, reason, oneself(caller)));
    }
    if (!may(caller.role, 'talent-pools:nominate')) {
      throw new Forbidden(`The role ${caller.role} may not nominate anybody.`);
    }
    return this.answer(
      caller,
      await this.nominate.run(poolId, { ...nomineeOf(nomination), as: nomination.as, reason, by: caller }),
    );
  }

  private async answer(caller: Caller, member: PoolMember): Promise<PoolMemberAnswer> {
    const cards = await this.cardsFor(caller, [member]);
    return poolMemberAnswer(member, cards.get(member.personId));
  }

  /** Whoever neither keeps people nor decides on them sees no card: to put somebody forward is not to look them up. */
  private async cardsFor(
    caller: Caller,
    members: readonly PoolMember[],
  ): Promise<ReadonlyMap<string, MemberCard>> {
    if (may(caller.role, 'people:read')) {
      return this.cards.run(members);
    }
    return may(caller.role, 'talent-pools:decide')
      ? this.cards.run(members, { consenting: true })
      : new Map();
  }
}
