import { DecideSnapshot, PutReportForward, ReadSnapshots } from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { TurningDown } from '../turning-down.dto';
import { LikelihoodQuery } from './equity-report.dto';
import {
  EquitySnapshotAnswer,
  equitySnapshotAnswer,
  EquitySnapshotPage,
  EquitySnapshotQuery,
  EquitySnapshotReportAnswer,
  equitySnapshotReportAnswer,
  NewEquitySnapshot,
} from './equity-snapshots.dto';

/** Reports on their way to the public: an auditor puts one forward, the board decides. */
@ApiTags('Equity')
@Controller('equity/snapshots')
export class EquitySnapshotsController {
  constructor(
    private readonly putForward: PutReportForward,
    private readonly decide: DecideSnapshot,
    private readonly read: ReadSnapshots,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Put a report forward to be published, as it is' })
  @ApiCreatedResponse({ type: EquitySnapshotAnswer })
  @Permission('equity-reports:run')
  @Located('equity/snapshots')
  async post(
    @Body() { reportId }: NewEquitySnapshot,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EquitySnapshotAnswer>> {
    return equitySnapshotAnswer(await this.putForward.run(authority, reportId));
  }

  @Get()
  @ApiOperation({ summary: 'List what was put forward' })
  @ApiOkResponse({ type: EquitySnapshotPage })
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async getAll(
    @Query() { programme, state }: EquitySnapshotQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<AnswerOf<EquitySnapshotAnswer>>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(state === undefined ? {} : { states: state }),
    };
    return paging.answer(await this.read.list(authority, filter, paging.request), equitySnapshotAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read what was put forward' })
  @ApiOkResponse({ type: EquitySnapshotReportAnswer })
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async get(
    @PathId('id') id: string,
    @Query() { likelihood }: LikelihoodQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EquitySnapshotReportAnswer>> {
    return equitySnapshotReportAnswer(await this.read.one(authority, id), likelihood);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({ summary: 'Publish it, for good' })
  @ApiOkResponse({ type: EquitySnapshotAnswer })
  @Permission('equity-snapshots:approve')
  async postApprove(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EquitySnapshotAnswer>> {
    return equitySnapshotAnswer(await this.decide.run(authority, id, { state: 'published' }));
  }

  @Post(':id/turn-down')
  @HttpCode(200)
  @ApiOperation({ summary: 'Do not publish it, and say why' })
  @ApiOkResponse({ type: EquitySnapshotAnswer })
  @Permission('equity-snapshots:approve')
  async postTurnDown(
    @PathId('id') id: string,
    @Body() { reason }: TurningDown,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EquitySnapshotAnswer>> {
    return equitySnapshotAnswer(await this.decide.run(authority, id, { state: 'turned_down', reason }));
  }
}
