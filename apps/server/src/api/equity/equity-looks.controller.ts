import { ReadOrganisationCounts } from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { AnsweredAnew } from '../../http/answered-anew';
import type { AnswerOf } from '../../http/exchange';
import { EquityLookAnswer, equityLookAnswer, NewEquityLook } from './equity-looks.dto';

/** What an organisation's own auditor may see, and nobody else: true counts. */
@ApiTags('Equity')
@Controller('equity/looks')
export class EquityLooksController {
  constructor(private readonly read: ReadOrganisationCounts) {}

  @Post()
  @HttpCode(201)
  // Each look is one of its own, and true counts lie nowhere else.
  @AnsweredAnew()
  @ApiOperation({
    summary: 'Look at an organisation’s people in true counts, by profession, grade and stage',
  })
  @ApiCreatedResponse({ type: EquityLookAnswer })
  @Permission('equity-reports:run')
  async post(
    @Body() { programmeId, organisationId, purpose }: NewEquityLook,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<EquityLookAnswer>> {
    return equityLookAnswer(await this.read.run(authority, { programmeId, organisationId }, purpose));
  }
}
