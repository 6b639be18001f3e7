import { DisclosureModule } from '@evenhand/config';
import { DEFAULT_DISCLOSURE_POLICY } from '@evenhand/disclosure';
import type { PublicSnapshotReport } from '@evenhand/equity';
import type { PublicPlan, TransparentPool } from '@evenhand/talent';
import type { AddressInfo } from 'node:net';
import type { WebPage } from '@evenhand/pages';
import { Controller, Get, Inject, Logger, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { ApiDescription, type OpenApiDocument } from '../../apps/server/src/web/api-docs/api-description';
import { type BoardWork, boardWorkPage } from '../../apps/server/src/web/board-work/board-work.page';
import {
  type GapsShown,
  leadershipGapsPage,
} from '../../apps/server/src/web/leadership-plan/leadership-gaps.page';
import { PublishedPlans } from '../../apps/server/src/web/leadership-plan/published-plans';
import { PublishedSnapshots } from '../../apps/server/src/web/equity/published-snapshots';
import {
  LatestPublishedRound,
  type LatestRound,
} from '../../apps/server/src/web/home/latest-published-round';
import { OwnPages } from '../../apps/server/src/web/own-pages/own-pages';
import { Page } from '../../apps/server/src/web/page';
import { PublishedPools } from '../../apps/server/src/web/talent-pools/published-pools';
import { WebModule } from '../../apps/server/src/web/web.module';

const STRICT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** What the pages read while they are served. */
export interface Shown {
  round: LatestRound | undefined;
  api: OpenApiDocument;
  /** What everybody may know of every pool that is or was open. */
  pools: readonly TransparentPool[];
  /** Published snapshots, none where it is left out. */
  snapshots?: readonly PublicSnapshotReport[];
  /** Published leadership plans, none where it is left out. */
  plans?: readonly PublicPlan[];
  /** The gap of a plan, as it is shown to whoever looks into pools. */
  gaps?: GapsShown;
  /** Other pages of whoever has signed in, by what their address ends with. */
  work?: Readonly<Record<string, WebPage>>;
  /** The boards of a programme, as they are shown to whoever works for them. */
  boards?: BoardWork;
}

/** The pages as the server serves them, without everything behind them. */
export interface ServedPages {
  readonly address: string;
  close(): Promise<void>;
}

@Module({})
class Readers {}

/** Whoever reads a gap has signed in; here it is shown as they see it. */
@Page()
@Controller('leadership-gaps')
class GapsOnShow {
  constructor(@Inject('gaps') private readonly gaps: GapsShown | undefined) {}

  @Get(':id')
  show(): WebPage {
    return leadershipGapsPage(this.gaps!);
  }
}

/** The same of pages with forms, which lead nowhere here. */
@Page()
@Controller('on-show')
class WorkOnShow {
  constructor(@Inject('work') private readonly work: Readonly<Record<string, WebPage>>) {}

  @Get(':name')
  show(@Param('name') name: string): WebPage {
    return this.work[name]!;
  }
}

/** As {@link GapsOnShow}. */
@Page()
@Controller('board-work')
class BoardsOnShow {
  constructor(@Inject('boards') private readonly boards: BoardWork | undefined) {}

  @Get(':id')
  show(): WebPage {
    return boardWorkPage(this.boards!);
  }
}

@Module({})
class Shop {}

/** Serves the pages on a free port under the strictest policy; what they show may change while they are served. */
export async function servePages(shown: Shown): Promise<ServedPages> {
  const readers = {
    module: Readers,
    providers: [
      { provide: OwnPages, useValue: { of: () => Promise.resolve([]) } },
      { provide: LatestPublishedRound, useValue: { read: () => Promise.resolve(shown.round) } },
      { provide: ApiDescription, useValue: { document: () => shown.api } },
      {
        provide: PublishedPools,
        useValue: {
          list: () => Promise.resolve(shown.pools.map(({ pool }) => pool)),
          read: (id: string) => Promise.resolve(shown.pools.find(({ pool }) => pool.id === id)!),
        },
      },
      {
        provide: PublishedSnapshots,
        useValue: {
          list: () => Promise.resolve({ items: shown.snapshots ?? [] }),
          read: (wanted: string) => Promise.resolve(shown.snapshots!.find(({ id }) => id === wanted)!),
        },
      },
      {
        provide: PublishedPlans,
        useValue: {
          list: () => Promise.resolve({ items: shown.plans ?? [] }),
          read: (wanted: string) => Promise.resolve(shown.plans!.find(({ id }) => id === wanted)!),
        },
      },
    ],
    exports: [
      OwnPages,
      LatestPublishedRound,
      ApiDescription,
      PublishedPools,
      PublishedSnapshots,
      PublishedPlans,
    ],
  };
  Logger.overrideLogger(['error', 'warn']);
  const shop = {
    module: Shop,
    imports: [WebModule.reading([readers]), DisclosureModule.forRoot(DEFAULT_DISCLOSURE_POLICY)],
    controllers: [GapsOnShow, BoardsOnShow, WorkOnShow],
    providers: [
      { provide: 'gaps', useValue: shown.gaps },
      { provide: 'boards', useValue: shown.boards },
      { provide: 'work', useValue: shown.work ?? {} },
    ],
  };
  const app = await NestFactory.create<NestExpressApplication>(shop);
  app.use((_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Content-Security-Policy', STRICT_POLICY);
    next();
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => app.close() };
}
