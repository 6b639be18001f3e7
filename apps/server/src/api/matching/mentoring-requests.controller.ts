import { type Caller, limitedTo } from '@evenhand/identity';
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
import { CurrentCaller, Permission } from '../../http/access';
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

const readable = (caller: Caller) => limitedTo(caller, 'requests:read', 'requests:read-own');
const writable = (caller: Caller) => limitedTo(caller, 'requests:write', 'requests:write-own');

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
  @Permission('requests:write', 'requests:write-own')
  @Versioned()
  @Located('mentoring-requests')
  async post(
    @Body() body: NewMentoringRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<MentoringRequestAnswer> {
    return mentoringRequestAnswer(await this.create.run(body, writable(caller)));
  }

  @Get()
  @ApiOperation({ summary: 'List requests' })
  @ApiOkResponse({ type: MentoringRequestPage })
  @Permission('requests:read', 'requests:read-own')
  async getAll(
    @Query() { programme, state, person }: MentoringRequestQuery,
    @Paged() paging: Paging,
    @CurrentCaller() caller: Caller,
  ): Promise<PageAnswer<MentoringRequestAnswer>> {
    const personId = readable(caller) ?? person;
    const filter = {
      programmeId: programme,
      ...(state === undefined ? {} : { state }),
      ...(personId === undefined ? {} : { personId }),
    };
    return paging.answer(await this.list.run(filter, paging.request), mentoringRequestAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a request' })
  @ApiOkResponse({ type: MentoringRequestAnswer })
  @Permission('requests:read', 'requests:read-own')
  @Versioned()
  async get(@PathId('id') id: string, @CurrentCaller() caller: Caller): Promise<MentoringRequestAnswer> {
    return mentoringRequestAnswer(await this.read.run(id, readable(caller)));
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a request' })
  @ApiOkResponse({ type: MentoringRequestAnswer })
  @Permission('requests:write', 'requests:write-own')
  @Versioned()
  async patch(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: MentoringRequestChange,
    @CurrentCaller() caller: Caller,
  ): Promise<MentoringRequestAnswer> {
    return mentoringRequestAnswer(await this.change.run(id, version, body, writable(caller)));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ApiOperation({ summary: 'Submit a draft' })
  @ApiOkResponse({ type: MentoringRequestAnswer })
  @Permission('requests:write', 'requests:write-own')
  @Versioned()
  async postSubmit(
    @PathId('id') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<MentoringRequestAnswer> {
    return mentoringRequestAnswer(await this.submit.run(id, writable(caller)));
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: 'Withdraw a request; an open proposal of it is declined' })
  @ApiOkResponse({ type: MentoringRequestAnswer })
  @Permission('requests:write', 'requests:write-own')
  @Versioned()
  async postWithdraw(
    @PathId('id') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<MentoringRequestAnswer> {
    return mentoringRequestAnswer(await this.withdraw.run(id, writable(caller)));
  }
}
