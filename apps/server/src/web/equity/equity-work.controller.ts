import { ListReports, ReadWaitingSnapshots } from '@evenhand/equity';
import { may } from '@evenhand/identity';
import type { Authority } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { Controller, Get, Req } from '@nestjs/common';
import { CurrentAuthority, Permission } from '../../http/access';
import type { Request } from '../../http/exchange';
import { ProgrammeNames } from '../programmes/programme-names';
import { Page } from '../page';
import { programmesWith } from '../programmes/programmes-with';
import { equityWorkPage } from './equity-work.page';

const ON_A_PAGE = { limit: 200 };

/** Where auditors find their reports again, and the board what waits for it. */
@Page()
@Controller('equity-reports')
export class EquityWorkController {
  constructor(
    private readonly reports: ListReports,
    private readonly waiting: ReadWaitingSnapshots,
    private readonly programmes: ProgrammeNames,
  ) {}

  @Get()
  @Permission('equity-reports:read', 'equity-snapshots:approve')
  async show(@CurrentAuthority() authority: Authority, @Req() { caller }: Request): Promise<WebPage> {
    const { roles } = caller!;
    const reports = roles.some(({ role }) => may(role, 'equity-reports:read'))
      ? (await this.reports.own(authority, ON_A_PAGE)).items
      : undefined;
    const waiting = (await this.waiting.list(authority, ON_A_PAGE)).items;
    return equityWorkPage({
      ...(reports === undefined ? {} : { reports }),
      waiting,
      decidesIn: programmesWith(roles, 'equity-snapshots:approve'),
      programmes: await this.programmes.of([
        ...(reports ?? []).map(({ programmeId }) => programmeId),
        ...waiting.map(({ snapshot }) => snapshot.programmeId),
      ]),
    });
  }
}
