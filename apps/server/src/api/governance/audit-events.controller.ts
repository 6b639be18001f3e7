import { ListAuditEvents } from '@evenhand/governance';
import type { Authority } from '@evenhand/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import type { AnswerOf } from '../../http/exchange';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { AuditEventAnswer, auditEventAnswer, AuditEventPage, AuditEventsQuery } from './audit-events.dto';

/** What the audit log tells those who watch over equity or security. Nothing here writes to it. */
@ApiTags('Audit log')
@Controller('audit-events')
export class AuditEventsController {
  constructor(private readonly list: ListAuditEvents) {}

  @Get()
  @ApiOperation({ summary: 'List events about equity or security, in which everybody has a pseudonym' })
  @ApiOkResponse({ type: AuditEventPage })
  @Permission('audit-events:read-equity', 'audit-events:read-security')
  async getAll(
    @Query() { kind, programme, subject }: AuditEventsQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<AnswerOf<AuditEventAnswer>>> {
    const asked = {
      ...(kind === undefined ? {} : { kind }),
      ...(programme === undefined ? {} : { programmeId: programme }),
      ...(subject === undefined ? {} : { subject }),
    };
    return paging.answer(await this.list.run(authority, asked, paging.request), auditEventAnswer);
  }
}
