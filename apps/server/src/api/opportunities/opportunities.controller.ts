import {
  ChangeOpportunity,
  ListOpportunities,
  OfferOpportunity,
  ReadOpportunity,
} from '@evenhand/development';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Located } from '../../http/located';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { ExpectedVersion, Versioned } from '../../http/versions';
import {
  NewOpportunity,
  OpportunityAnswer,
  opportunityAnswer,
  OpportunityFields,
  OpportunityPage,
  OpportunityQuery,
} from './opportunities.dto';

/** Chances to learn to lead. */
@ApiTags('Opportunities')
@Controller('opportunities')
export class OpportunitiesController {
  constructor(
    private readonly offer: OfferOpportunity,
    private readonly change: ChangeOpportunity,
    private readonly read: ReadOpportunity,
    private readonly list: ListOpportunities,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Offer an opportunity; one that names professions says why' })
  @ApiCreatedResponse({ type: OpportunityAnswer })
  @Permission('opportunities:write')
  @Versioned()
  @Located('opportunities')
  async post(
    @Body() { programmeId, ...details }: NewOpportunity,
    @CurrentAuthority() authority: Authority,
  ): Promise<OpportunityAnswer> {
    return opportunityAnswer(await this.offer.run(authority, programmeId, details));
  }

  @Get()
  @ApiOperation({ summary: 'List the opportunities of programmes where one is somebody' })
  @ApiOkResponse({ type: OpportunityPage })
  @Permission('opportunities:read', 'opportunities:read-own')
  async getAll(
    @Query() { programme, kind, state }: OpportunityQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<OpportunityAnswer>> {
    const filter = {
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(kind === undefined ? {} : { kind }),
      ...(state === undefined ? {} : { states: state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), opportunityAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an opportunity' })
  @ApiOkResponse({ type: OpportunityAnswer })
  @Permission('opportunities:read', 'opportunities:read-own')
  @Versioned()
  async get(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<OpportunityAnswer> {
    return opportunityAnswer(await this.read.run(authority, id));
  }

  @Put(':id')
  @ApiOperation({ summary: 'Say anew what an opportunity is' })
  @ApiOkResponse({ type: OpportunityAnswer })
  @Permission('opportunities:write')
  @Versioned()
  async put(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @Body() body: OpportunityFields,
    @CurrentAuthority() authority: Authority,
  ): Promise<OpportunityAnswer> {
    return opportunityAnswer(await this.change.run(authority, id, version, body));
  }

  @Post(':id/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close an opportunity: nobody comes forward any more' })
  @ApiOkResponse({ type: OpportunityAnswer })
  @Permission('opportunities:write')
  @Versioned()
  async postClose(
    @PathId('id') id: string,
    @ExpectedVersion() version: number,
    @CurrentAuthority() authority: Authority,
  ): Promise<OpportunityAnswer> {
    return opportunityAnswer(await this.change.close(authority, id, version));
  }
}
