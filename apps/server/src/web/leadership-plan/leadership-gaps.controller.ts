import type { Authority } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { ReadGap, ReadLeadershipPlan } from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import { Controller, Get } from '@nestjs/common';
import { CurrentAuthority, Permission } from '../../http/access';
import { PathId } from '../../http/path-id';
import { ProgrammeNames } from '../programmes/programme-names';
import { Page } from '../page';
import { leadershipGapsPage } from './leadership-gaps.page';

/** The gap of a programme's leadership plan, to look at. */
@Page()
@Controller('leadership-gaps')
export class LeadershipGapsController {
  constructor(
    private readonly read: ReadLeadershipPlan,
    private readonly readGap: ReadGap,
    private readonly names: ProgrammeNames,
  ) {}

  @Get(':id')
  @Permission('leadership-plan:read')
  async show(@PathId('id') id: string, @CurrentAuthority() authority: Authority): Promise<WebPage> {
    const { title } = await this.read.run(authority, id);
    const { regions, horizons } = healthAndCare.content;
    const titles = (entries: readonly { readonly code: string; readonly title: string }[]) =>
      new Map(entries.map((entry) => [entry.code, entry.title] as const));
    return leadershipGapsPage({
      planTitle: title,
      programme: (await this.names.of([id])).get(id) ?? 'a programme',
      gap: await this.readGap.run(authority, id, 'region'),
      regions: titles(regions),
      horizons: titles(horizons),
    });
  }
}
