import type { Authority } from '@evenhand/kernel';
import {
  AcceptProposal,
  AskAboutProposal,
  DeclineProposal,
  ListProposals,
  ReadProposal,
} from '@evenhand/matching';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { Versioned } from '../../http/versions';
import {
  Acceptance,
  ProposalAnswer,
  proposalAnswer,
  ProposalPage,
  ProposalQuery,
  ProposalQuestion,
  Refusal,
} from './proposals.dto';

/** What a round proposes, and what its people say to it. */
@ApiTags('Proposals')
@Controller('proposals')
export class ProposalsController {
  constructor(
    private readonly read: ReadProposal,
    private readonly list: ListProposals,
    private readonly accept: AcceptProposal,
    private readonly decline: DeclineProposal,
    private readonly ask: AskAboutProposal,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List proposals' })
  @ApiOkResponse({ type: ProposalPage })
  @Permission('proposals:read', 'proposals:read-own')
  async getAll(
    @Query() { round, person, state }: ProposalQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<ProposalAnswer>> {
    const filter = {
      ...(round === undefined ? {} : { roundId: round }),
      ...(person === undefined ? {} : { personId: person }),
      ...(state === undefined ? {} : { state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), proposalAnswer);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a proposal' })
  @ApiOkResponse({ type: ProposalAnswer })
  @Permission('proposals:read', 'proposals:read-own')
  @Versioned()
  async get(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<ProposalAnswer> {
    return proposalAnswer(await this.read.run(authority, id));
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say yes; when both have, the match is confirmed' })
  @ApiOkResponse({ type: ProposalAnswer })
  @Permission('proposals:write-own')
  @Versioned()
  async postAccept(
    @PathId('id') id: string,
    @Body() body: Acceptance,
    @CurrentAuthority() authority: Authority,
  ): Promise<ProposalAnswer> {
    return proposalAnswer(await this.accept.run(authority, Object.assign({ id }, body)));
  }

  @Post(':id/decline')
  @HttpCode(200)
  @ApiOperation({ summary: 'Say no; the place is filled again' })
  @ApiOkResponse({ type: ProposalAnswer })
  @Permission('proposals:write-own')
  @Versioned()
  async postDecline(
    @PathId('id') id: string,
    @Body() body: Refusal,
    @CurrentAuthority() authority: Authority,
  ): Promise<ProposalAnswer> {
    return proposalAnswer(await this.decline.run(authority, Object.assign({ id }, body)));
  }

  @Post(':id/ask')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask something before deciding; the clock goes on' })
  @ApiOkResponse({ type: ProposalAnswer })
  @Permission('proposals:write-own')
  @Versioned()
  async postAsk(
    @PathId('id') id: string,
    @Body() body: ProposalQuestion,
    @CurrentAuthority() authority: Authority,
  ): Promise<ProposalAnswer> {
    return proposalAnswer(await this.ask.run(authority, Object.assign({ id }, body)));
  }
}
