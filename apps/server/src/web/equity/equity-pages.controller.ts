import type { WebPage } from '@evenhand/pages';
import { Controller, Get, Query } from '@nestjs/common';
import { LikelihoodQuery } from '../../api/equity/equity-report.dto';
import { Public } from '../../http/access';
import { PathId } from '../../http/path-id';
import { Page } from '../page';
import { equitySnapshotPage } from './equity-report.page';
import { equitySnapshotsPage } from './equity-snapshots.page';
import { PublishedSnapshots } from './published-snapshots';
import { ReportSections } from './report-sections';

/** Who gets access to mentors, champions and talent pools, for everybody: what boards have published. */
@Page()
@Public()
@Controller('equity')
export class EquityPagesController {
  constructor(
    private readonly snapshots: PublishedSnapshots,
    private readonly sections: ReportSections,
  ) {}

  @Get()
  async showAll(): Promise<WebPage> {
    return equitySnapshotsPage(await this.snapshots.list());
  }

  @Get(':id')
  async show(@PathId('id') id: string, @Query() { likelihood }: LikelihoodQuery): Promise<WebPage> {
    const { report, ...snapshot } = await this.snapshots.read(id);
    return equitySnapshotPage(snapshot, await this.sections.of(id, report, likelihood));
  }
}
