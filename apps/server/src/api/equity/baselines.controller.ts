import { ReadBaseline, SetBaseline } from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { BodyLimit } from '../../http/json-body.interceptor';
import { PathId } from '../../http/path-id';
import { ReplacedVersion, Versioned } from '../../http/versions';
import { BASELINE_BYTES, BaselineAnswer, baselineAnswer, baselineTables, NewBaseline } from './baselines.dto';

/** The workforce that access is measured against. */
@ApiTags('Equity')
@Controller('programmes/:id/baseline')
export class BaselinesController {
  constructor(
    private readonly set: SetBaseline,
    private readonly read: ReadBaseline,
  ) {}

  @Put()
  @ApiOperation({
    summary: 'Set the counts of the workforce, all at once or not at all',
    description:
      'The headcounts by profession, which ask rate and reach of rounds are shares of, follow them.',
  })
  @ApiOkResponse({ type: BaselineAnswer })
  @Permission('workforce:write')
  @BodyLimit(BASELINE_BYTES)
  @Versioned()
  async put(
    @PathId('id') id: string,
    @ReplacedVersion() version: number | undefined,
    @Body() body: NewBaseline,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<BaselineAnswer>> {
    return baselineAnswer(await this.set.run(authority, id, baselineTables(body), version));
  }

  @Get()
  @ApiOperation({ summary: 'Read the counts of the workforce as they were handed in' })
  @ApiOkResponse({ type: BaselineAnswer })
  @Permission('workforce:read')
  @Versioned()
  async get(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<BaselineAnswer>> {
    return baselineAnswer(await this.read.run(authority, id));
  }
}
