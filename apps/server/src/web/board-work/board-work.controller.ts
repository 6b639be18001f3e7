import { type Authority, NotFound } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { OrganisationRepository } from '@evenhand/people';
import { CheckBoard, ListBoards, ReadPlanSnapshots } from '@evenhand/talent';
import { healthAndCare } from '@evenhand/taxonomy';
import { Controller, Get, Req } from '@nestjs/common';
import { CurrentAuthority, Permission } from '../../http/access';
import type { Request } from '../../http/exchange';
import { PathId } from '../../http/path-id';
import { ProgrammeNames } from '../programmes/programme-names';
import { Page } from '../page';
import { holdsIn } from '../programmes/programmes-with';
import { boardWorkPage } from './board-work.page';

const ON_A_PAGE = { limit: 200 };

/** How the boards of a programme's organisations are made up, and what waits for them. */
@Page()
@Controller('board-work')
export class BoardWorkController {
  constructor(
    private readonly list: ListBoards,
    private readonly check: CheckBoard,
    private readonly plans: ReadPlanSnapshots,
    private readonly organisations: OrganisationRepository,
    private readonly names: ProgrammeNames,
  ) {}

  @Get(':id')
  @Permission('leadership-plan:read')
  async show(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
    @Req() { caller }: Request,
  ): Promise<WebPage> {
    if (!authority.reachesProgramme(id)) {
      throw new NotFound('programme', id);
    }
    const { items, next } = await this.list.run(authority, id, ON_A_PAGE);
    const organisations = new Map(
      (await this.organisations.ofProgramme(id)).map((one) => [one.id, one.name]),
    );
    const boards = [];
    for (const { id: boardId, organisationId, kind } of items) {
      const organisation = organisations.get(organisationId) ?? 'An organisation';
      boards.push({ organisation, kind, composition: await this.check.run(authority, boardId) });
    }
    const { roles } = caller!;
    const snapshot = (await this.plans.lastOf(authority, id))?.snapshot;
    const { professionalGroups, professions } = healthAndCare.content;
    const titles = (entries: readonly { readonly code: string; readonly title: string }[]) =>
      new Map(entries.map(({ code, title }) => [code, title]));
    return boardWorkPage({
      programme: (await this.names.of([id])).get(id) ?? 'a programme',
      ...{ boards, areMore: next !== undefined },
      // No other one is put forward while one waits.
      ...(snapshot?.state === 'put_forward' ? { waiting: snapshot } : {}),
      decides: holdsIn(roles, 'leadership-plan:write', id),
      isOwn: snapshot?.putForwardBy === caller!.id,
      seesReports:
        holdsIn(roles, 'equity-reports:read', id) || holdsIn(roles, 'equity-snapshots:approve', id),
      ...{ groups: titles(professionalGroups), professions: titles(professions) },
    });
  }
}
