import {
  GiveEqualityAnswers,
  ObjectToEqualityQuestions,
  ReadEqualityRecord,
  WithdrawEqualityAnswers,
} from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import {
  EqualityAnswersBody,
  EqualityRecordAnswer,
  equalityRecordAnswer,
  OwnProgrammeQuery,
} from './equality-answers.dto';

/** What the caller says of themselves so that they are counted. Nobody else reads it, whatever their role. */
@ApiTags('Equality answers')
@Controller('me/equality-answers')
export class EqualityAnswersController {
  constructor(
    private readonly read: ReadEqualityRecord,
    private readonly give: GiveEqualityAnswers,
    private readonly withdraw: WithdrawEqualityAnswers,
    private readonly objection: ObjectToEqualityQuestions,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Read your own answers, and the questions' })
  @ApiOkResponse({ type: EqualityRecordAnswer })
  @Permission('equality-answers:read-own')
  async get(
    @Query() { programme }: OwnProgrammeQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<EqualityRecordAnswer> {
    return equalityRecordAnswer(await this.read.run(authority, programme));
  }

  @Put()
  @ApiOperation({ summary: 'Answer as many of the questions as you like' })
  @ApiOkResponse({ type: EqualityRecordAnswer })
  @Permission('equality-answers:write-own')
  async put(
    @Query() { programme }: OwnProgrammeQuery,
    @Body() body: EqualityAnswersBody,
    @CurrentAuthority() authority: Authority,
  ): Promise<EqualityRecordAnswer> {
    return equalityRecordAnswer(await this.give.run(authority, body, programme));
  }

  @Delete()
  @ApiOperation({ summary: 'Withdraw your consent, with which your answers go at once' })
  @ApiOkResponse({ type: EqualityRecordAnswer })
  @Permission('equality-answers:write-own')
  async delete(
    @Query() { programme }: OwnProgrammeQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<EqualityRecordAnswer> {
    await this.withdraw.run(authority, programme);
    return equalityRecordAnswer(await this.read.run(authority, programme));
  }

  @Post('objection')
  @HttpCode(200)
  @ApiOperation({ summary: 'Object to being asked and counted, with which your answers go at once' })
  @ApiOkResponse({ type: EqualityRecordAnswer })
  @Permission('equality-answers:write-own')
  async postObjection(
    @Query() { programme }: OwnProgrammeQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<EqualityRecordAnswer> {
    await this.objection.run(authority, programme);
    return equalityRecordAnswer(await this.read.run(authority, programme));
  }

  @Delete('objection')
  @ApiOperation({ summary: 'Take your objection back, so that you can answer' })
  @ApiOkResponse({ type: EqualityRecordAnswer })
  @Permission('equality-answers:write-own')
  async deleteObjection(
    @Query() { programme }: OwnProgrammeQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<EqualityRecordAnswer> {
    await this.objection.takeBack(authority, programme);
    return equalityRecordAnswer(await this.read.run(authority, programme));
  }
}
