import type { Authority } from '@evenhand/kernel';
import {
  ChangeMentoringRequest,
  CreateMentoringRequest,
  ListMentoringRequests,
  ReadMentoringRequest,
  SubmitMentoringRequest,
  WithdrawMentoringRequest,
} from '@evenhand/matching';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import {
  MentoringRequestAnswer,
  mentoringRequestAnswer,
  MentoringRequestChange,
  MentoringRequestPage,
  MentoringRequestQuery,
  NewMentoringRequest,
} from './mentoring-requests.dto';

/** People ask for a mentor. */
@ApiTags('Mentoring requests')
@Controller('mentoring-requests')
export class MentoringRequestsController {
  constructor(
    private readonly create: CreateMentoringRequest,
    private readonly change: ChangeMentoringRequest,
    private readonly submit: SubmitMentoringRequest,
    private readonly withdraw: WithdrawMentoringRequest,
    private readonly read: ReadMentoringRequest,
    private readonly list: ListMentoringRequests,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Ask for a mentor' })
  @ApiCreatedResponse({ type: MentoringRequestAnswer })
  @Permission('requests:write-own')
  @Versioned()
  @Located('mentoring-requests')
  async post(
    @Body() body: NewMentoringRequest,
    @CurrentAuthority() authority: Authority,
  ): Promise<MentoringRequestAnswer> {
    return mentoringRequestAnswer(await this.create.run(authority, body));
  }

  @Get()
  @ApiOperation({ summary: 'List requests' })
  @ApiOkResponse({ type: MentoringRequestPage })
  @Permission('requests:read', 'requests:read-own')
  async getAll(
    @Query() { programme, state, person }: MentoringRequestQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<MentoringRequestAnswer>> {
    const filter = {
      programmeId: programme,
      ...(state === undefined ? {} : { state }),
      ...(person === undefined ? {} : { personId: person }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), mentoringRequestAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a request' })
  @ApiOkResponse({ type: MentoringRequestAnswer })
  @Permission('requests:read', 'requests:read-own')
  @Versioned()
  async get(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MentoringRequestAnswer> {
    return mentoringRequestAnswer(await this.read.run(authority, id));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a request' })
  @ApiOkResponse({ type: MentoringRequestAnswer })
  @Permission('requests:write-own')
  @Versioned()
  async patch(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: MentoringRequestChange,
    @CurrentAuthority() authority: Authority,
  ): Promise<MentoringRequestAnswer> {
    return mentoringRequestAnswer(await this.change.run(authority, id, version, body));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Submit a draft' })
  @ApiOkResponse({ type: MentoringRequestAnswer })
  @Permission('requests:write-own')
  @Versioned()
  async postSubmit(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MentoringRequestAnswer> {
    return mentoringRequestAnswer(await this.submit.run(authority, id));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a request; an open proposal of it is declined' })
  @ApiOkResponse({ type: MentoringRequestAnswer })
  @Permission('requests:withdraw', 'requests:write-own')
  @Versioned()
  async postWithdraw(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MentoringRequestAnswer> {
    return mentoringRequestAnswer(await this.withdraw.run(authority, id));
  }
}
