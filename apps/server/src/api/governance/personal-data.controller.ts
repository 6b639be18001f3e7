import { ErasePerson, GatherPersonalData } from '@evenhand/governance';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { PathId } from '../../http/path-id';
import {
  ErasureAnswer,
  erasureAnswer,
  ErasureOrder,
  OwnErasure,
  PersonalDataAnswer,
  personalDataAnswer,
} from './personal-data.dto';

/** What is held on somebody: all of it to take away, and its end. */
@ApiTags('Privacy')
@Controller()
export class PersonalDataController {
  constructor(
    private readonly gather: GatherPersonalData,
    private readonly erase: ErasePerson,
  ) {}

  @Get('me/data')
  @ApiOperation({
    summary: 'Download everything that is held on you',
    description: 'With what it is held for, on what ground, who sees it and for how long.',
  })
  @ApiOkResponse({ type: PersonalDataAnswer })
  @Header('Content-Disposition', 'attachment; filename="evenhand-data.json"')
  @Permission('account:read')
  async getData(@CurrentAuthority() authority: Authority): Promise<AnswerOf<PersonalDataAnswer>> {
    return personalDataAnswer(await this.gather.run(authority));
  }

  @Post('me/erasure')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Have everything erased that is held on you, in every programme',
    description:
      'At once, and for good. Proposals and matches end, and the other person is told by the log. What was frozen or ' +
      'published stays as it is: it names nobody, and nothing leads from it to you any more.',
  })
  @ApiOkResponse({ type: ErasureAnswer })
  @Permission('people:erase-own')
  async postOwn(
    @Body() _confirmed: OwnErasure,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<ErasureAnswer>> {
    return erasureAnswer(await this.erase.oneself(authority));
  }

  @Post('people/:id/erasure')
  @HttpCode(200)
  @ApiOperation({ summary: 'Erase a person of the programme, for good' })
  @ApiOkResponse({ type: ErasureAnswer })
  @Permission('people:erase')
  async postOther(
    @PathId('id') id: string,
    @Body() { reason }: ErasureOrder,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<ErasureAnswer>> {
    return erasureAnswer(await this.erase.run(authority, id, reason));
  }
}
