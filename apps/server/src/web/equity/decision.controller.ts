import { DecideSnapshot, ReadWaitingSnapshots } from '@evenhand/equity';
import type { Authority } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { Body, Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { CurrentAuthority, Permission } from '../../http/access';
import type { Response } from '../../http/exchange';
import { PathId } from '../../http/path-id';
import { ProgrammeNames } from '../programmes/programme-names';
import { type Filled, refusalOf } from '../forms/form-faults';
import { RefusedForm } from '../forms/refused-form';
import { Page, PageForm } from '../page';
import { DECISION_FIELDS, decisionOf } from '../publication/publication-decision.page';
import { decisionPage, type DecisionShown, EQUITY_REPORT } from './decision.page';
import { publicAddressOf } from './equity-report.page';

/** Where the board decides about a report that was put forward. */
@Page()
@Permission('equity-snapshots:approve')
@Controller('equity-snapshots/:id/decision')
export class EquityDecisionController {
  constructor(
    private readonly waiting: ReadWaitingSnapshots,
    private readonly decide: DecideSnapshot,
    private readonly names: ProgrammeNames,
  ) {}

  @Get()
  async show(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<WebPage> {
    return decisionPage(await this.shown(authority, id));
  }

  @Post()
  @PageForm()
  @HttpCode(303)
  async send(
    @PathId('id') id: string,
    @Body() filled: Filled,
    @CurrentAuthority() authority: Authority,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const shown = await this.shown(authority, id);
    if (shown.bar !== undefined) throw new RefusedForm(decisionPage(shown));
    const read = decisionOf(filled, EQUITY_REPORT);
    if ('faults' in read) throw new RefusedForm(decisionPage(shown, filled, read.faults));
    try {
      await this.decide.run(authority, id, read.decision);
    } catch (error) {
      throw new RefusedForm(decisionPage(shown, filled, refusalOf(error, DECISION_FIELDS)));
    }
    const isPublished = read.decision.state === 'published';
    response.setHeader('Location', isPublished ? publicAddressOf(id) : `/equity-snapshots/${id}`);
  }

  private async shown(authority: Authority, id: string): Promise<DecisionShown> {
    const { snapshot, months, bar } = await this.waiting.one(authority, id);
    const { programmeId, putForwardAt } = snapshot;
    return {
      ...{ id, months, putForwardAt, ...(bar === undefined ? {} : { bar }) },
      programme: (await this.names.of([programmeId])).get(programmeId) ?? 'a programme',
    };
  }
}
