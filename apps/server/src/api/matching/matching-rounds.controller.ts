import type { Authority } from '@evenhand/kernel';
import {
  CancelMatchingRound,
  ChangeMatchingRound,
  CreateMatchingRound,
  DiscardMatchingRound,
  ExplainMentoringRequest,
  ListMatchingRounds,
  PublishMatchingRound,
  ReadCertificate,
  ReadMatchingRound,
  ReadResultDocument,
  ReadRoundAccess,
  ReadRoundResult,
  ReopenMatchingRound,
  RunMatchingRound,
  SampleExplanations,
} from '@evenhand/matching';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Patch,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Located, Queued } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { progressEvents } from '../../http/progress-events';
import { ExpectedVersion, Versioned } from '../../http/versions';
import {
  ExplanationSampleAnswer,
  explanationSampleAnswer,
  ExplanationSampleQuery,
} from './explanation-sample.dto';
import {
  MatchingRoundAnswer,
  matchingRoundAnswer,
  MatchingRoundChange,
  MatchingRoundPage,
  MatchingRoundQuery,
  NewMatchingRound,
} from './matching-rounds.dto';
import {
  CertificateAnswer,
  certificateAnswer,
  ExplanationAnswer,
  explanationAnswer,
  RESULT_DOCUMENT,
  RoundAccessAnswer,
  roundAccessAnswer,
  RoundResultAnswer,
  roundResultAnswer,
} from './round-outcome.dto';

/** Matching rounds, from their rules to what came of them. */
@ApiTags('Matching rounds')
@Controller('matching-rounds')
export class MatchingRoundsController {
  constructor(
    private readonly create: CreateMatchingRound,
    private readonly change: ChangeMatchingRound,
    private readonly read: ReadMatchingRound,
    private readonly list: ListMatchingRounds,
    private readonly run: RunMatchingRound,
    private readonly cancel: CancelMatchingRound,
    private readonly reopen: ReopenMatchingRound,
    private readonly publish: PublishMatchingRound,
    private readonly discard: DiscardMatchingRound,
    private readonly readResult: ReadRoundResult,
    private readonly readAccess: ReadRoundAccess,
    private readonly readDocument: ReadResultDocument,
    private readonly readCertificate: ReadCertificate,
    private readonly explain: ExplainMentoringRequest,
    private readonly sample: SampleExplanations,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Make a round as a draft; its rules are public from now on' })
  @ApiCreatedResponse({ type: MatchingRoundAnswer })
  @Permission('rounds:write')
  @Versioned()
  @Located('matching-rounds')
  async post(
    @Body() body: NewMatchingRound,
    @CurrentAuthority() authority: Authority,
  ): Promise<MatchingRoundAnswer> {
    return matchingRoundAnswer(await this.create.run(authority, body));
  }

  @Get()
  @ApiOperation({ summary: 'List rounds' })
  @ApiOkResponse({ type: MatchingRoundPage })
  @Permission('rounds:read')
  async getAll(
    @Query() { programme, state }: MatchingRoundQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<MatchingRoundAnswer>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(state === undefined ? {} : { states: state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), (round) =>
      matchingRoundAnswer(round),
    );
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a round' })
  @ApiOkResponse({ type: MatchingRoundAnswer })
  @Permission('rounds:read')
  @Versioned()
  async get(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MatchingRoundAnswer> {
    const { round, run } = await this.read.run(authority, id);
    return matchingRoundAnswer(round, run);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a draft' })
  @ApiOkResponse({ type: MatchingRoundAnswer })
  @Permission('rounds:write')
  @Versioned()
  async patch(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: MatchingRoundChange,
    @CurrentAuthority() authority: Authority,
  ): Promise<MatchingRoundAnswer> {
    return matchingRoundAnswer(await this.change.run(authority, id, version, body));
  }

  @Post(':id/run')
  @ApiOperation({ summary: 'Freeze the input and leave the round to the queue' })
  @ApiAcceptedResponse({ type: MatchingRoundAnswer })
  @Permission('rounds:write')
  @Versioned()
  @Queued('matching-rounds')
  async postRun(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MatchingRoundAnswer> {
    const { round, run } = await this.run.run(authority, id);
    return matchingRoundAnswer(round, run);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop a queued or running round; its requests wait again' })
  @ApiOkResponse({ type: MatchingRoundAnswer })
  @Permission('rounds:write')
  @Versioned()
  async postCancel(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MatchingRoundAnswer> {
    return matchingRoundAnswer(await this.cancel.run(authority, id));
  }

  @Post(':id/reopen')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make a cancelled or failed round a draft again' })
  @ApiOkResponse({ type: MatchingRoundAnswer })
  @Permission('rounds:write')
  @Versioned()
  async postReopen(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MatchingRoundAnswer> {
    return matchingRoundAnswer(await this.reopen.run(authority, id));
  }

  @Post(':id/publish')
  @HttpCode(200)
  @ApiOperation({ summary: 'Offer every match of a solved round to both of its people, or none' })
  @ApiOkResponse({ type: MatchingRoundAnswer })
  @Permission('rounds:write')
  @Versioned()
  async postPublish(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MatchingRoundAnswer> {
    return matchingRoundAnswer(await this.publish.run(authority, id));
  }

  @Post(':id/discard')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put a solved round or a draft aside; its requests wait again' })
  @ApiOkResponse({ type: MatchingRoundAnswer })
  @Permission('rounds:write')
  @Versioned()
  async postDiscard(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<MatchingRoundAnswer> {
    return matchingRoundAnswer(await this.discard.run(authority, id));
  }

  @Get(':id/progress')
  @ApiOperation({ summary: 'How far the round has come, as server-sent events until it stands still' })
  @ApiOkResponse({
    description: 'Events whose data is a document of the state, and of the run while there is one.',
    schema: { type: 'string' },
  })
  @ApiProduces('text/event-stream')
  // nginx would hold events back until it has a whole buffer of them.
  @Header('X-Accel-Buffering', 'no')
  @Permission('rounds:read')
  async getProgress(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<StreamableFile> {
    const look = async () => {
      const { round, run } = await this.read.run(authority, id);
      const { state, failure } = round;
      return { state, ...(run && { progress: run.progress }), ...(failure && { failure }) };
    };
    return progressEvents(await look(), look);
  }

  @Get(':id/result')
  @ApiOperation({ summary: 'Who is matched with whom, and why the others are not' })
  @ApiOkResponse({ type: RoundResultAnswer })
  @Permission('outcomes:read')
  async getResult(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<RoundResultAnswer>> {
    return roundResultAnswer(await this.readResult.run(authority, id));
  }

  @Get(':id/result/document')
  @ApiOperation({
    summary: 'The result under the pseudonyms of the round (evenhand.result/1), byte for byte',
  })
  @ApiOkResponse({ schema: RESULT_DOCUMENT })
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Permission('access:read')
  async getDocument(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<string> {
    return this.readDocument.run(authority, id);
  }

  @Get(':id/certificate')
  @ApiOperation({ summary: 'What proves the result the best one by the rules, and that it was verified' })
  @ApiOkResponse({ type: CertificateAnswer })
  @Permission('access:read')
  async getCertificate(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<CertificateAnswer>> {
    return certificateAnswer(await this.readCertificate.run(authority, id));
  }

  @Get(':id/access')
  @ApiOperation({ summary: 'Access, ask rate, reach and supply by professional group and profession' })
  @ApiOkResponse({ type: RoundAccessAnswer })
  @Permission('access:read')
  async getAccess(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<RoundAccessAnswer> {
    return roundAccessAnswer(await this.readAccess.run(authority, id));
  }

  @Get(':id/explanation-sample')
  @ApiOperation({ summary: 'Some explanations under pseudonyms, chosen by the hash of what was frozen' })
  @ApiOkResponse({ type: ExplanationSampleAnswer })
  @Permission('explanations:sample')
  async getExplanationSample(
    @PathId('id') id: string,
    @Query() { size }: ExplanationSampleQuery,
    @CurrentAuthority() authority: Authority,
  ): Promise<AnswerOf<ExplanationSampleAnswer>> {
    return explanationSampleAnswer(await this.sample.run(authority, id, size));
  }

  @Get(':id/explanations/:requestId')
  @ApiOperation({ summary: 'Why somebody is matched, point by point, or why not' })
  @ApiOkResponse({ type: ExplanationAnswer })
  @Permission('explanations:read', 'explanations:read-own')
  async getExplanation(
    @PathId('id') id: string,
    @PathId('requestId') requestId: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<ExplanationAnswer> {
    return explanationAnswer(await this.explain.run(authority, id, requestId));
  }
}
