import type { Authority } from '@evenhand/kernel';
import {
  AskForRematch,
  GiveMentoringFeedback,
  ListRelationships,
  MoveMentoring,
  type PlainMove,
  ReadRelationship,
  RecordFirstMeeting,
} from '@evenhand/mentoring';
import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { API_PREFIX } from '../../http/routes';
import { CurrentAuthority, Permission } from '../../http/access';
import type { Response } from '../../http/exchange';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { Versioned } from '../../http/versions';
import { MentoringRequestAnswer, mentoringRequestAnswer } from '../matching/mentoring-requests.dto';
import {
  FirstMeeting,
  NewFeedback,
  RelationshipAnswer,
  relationshipAnswer,
  RelationshipPage,
  RelationshipQuery,
} from './mentoring-relationships.dto';

/** What follows from a match. */
@ApiTags('Mentoring')
@Controller('mentoring-relationships')
export class MentoringRelationshipsController {
  constructor(
    private readonly read: ReadRelationship,
    private readonly list: ListRelationships,
    private readonly firstMeeting: RecordFirstMeeting,
    private readonly move: MoveMentoring,
    private readonly feedback: GiveMentoringFeedback,
    private readonly rematch: AskForRematch,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List mentoring relationships' })
  @ApiOkResponse({ type: RelationshipPage })
  @Permission('relationships:read', 'relationships:read-own')
  async getAll(
    @Query() { programme, person, state }: RelationshipQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<RelationshipAnswer>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(person === undefined ? {} : { personId: person }),
      ...(state === undefined ? {} : { state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), relationshipAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a mentoring relationship' })
  @ApiOkResponse({ type: RelationshipAnswer })
  @Permission('relationships:read', 'relationships:read-own')
  @Versioned()
  async get(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<RelationshipAnswer> {
    return relationshipAnswer(await this.read.run(authority, id));
  }

  @Post(':id/first-meeting')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record that the two have met' })
  @ApiOkResponse({ type: RelationshipAnswer })
  @Permission('relationships:write-own')
  @Versioned()
  async postFirstMeeting(
    @PathId('id') id: string,
    @Body() { on }: FirstMeeting,
    @CurrentAuthority() authority: Authority,
  ): Promise<RelationshipAnswer> {
    return relationshipAnswer(await this.firstMeeting.run(authority, id, on));
  }

  @Post(':id/pause')
  @HttpCode(200)
  @ApiOperation({ summary: 'Pause; the place stays in use' })
  @ApiOkResponse({ type: RelationshipAnswer })
  @Permission('relationships:write-own')
  @Versioned()
  postPause(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<RelationshipAnswer> {
    return this.make('pause', authority, id);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on after a pause' })
  @ApiOkResponse({ type: RelationshipAnswer })
  @Permission('relationships:write-own')
  @Versioned()
  postResume(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<RelationshipAnswer> {
    return this.make('resume', authority, id);
  }

  @Post(':id/complete')
  @HttpCode(200)
  @ApiOperation({ summary: 'Complete, however early; the place is free again' })
  @ApiOkResponse({ type: RelationshipAnswer })
  @Permission('relationships:write-own')
  @Versioned()
  postComplete(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<RelationshipAnswer> {
    return this.make('complete', authority, id);
  }

  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'End without blame; the place is free again' })
  @ApiOkResponse({ type: RelationshipAnswer })
  @Permission('relationships:write-own')
  @Versioned()
  postEnd(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<RelationshipAnswer> {
    return this.make('end', authority, id);
  }

  @Post(':id/feedback')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say whether it helped with the gap' })
  @ApiOkResponse({ type: RelationshipAnswer })
  @Permission('relationships:write-own')
  @Versioned()
  async postFeedback(
    @PathId('id') id: string,
    @Body() { helped }: NewFeedback,
    @CurrentAuthority() authority: Authority,
  ): Promise<RelationshipAnswer> {
    return relationshipAnswer(await this.feedback.run(authority, id, helped));
  }

  @Post(':id/rematch')
  @ApiOperation({ summary: 'Ask for another mentor after it ended, waiting since the first request' })
  @ApiCreatedResponse({ type: MentoringRequestAnswer })
  @Permission('relationships:write-own')
  @Versioned()
  async postRematch(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MentoringRequestAnswer> {
    const request = await this.rematch.run(authority, id);
    response.setHeader('Location', `/${API_PREFIX}/mentoring-requests/${request.id}`);
    return mentoringRequestAnswer(request);
  }

  private async make(move: PlainMove, authority: Authority, id: string): Promise<RelationshipAnswer> {
    return relationshipAnswer(await this.move.run(authority, id, move));
  }
}
