import { Assets, PageRenderer } from '@evenhand/pages';
import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { ApiDocsController } from './api-docs/api-docs.controller';
import { AssetsController } from './assets.controller';
import { EquityPagesController } from './equity/equity-pages.controller';
import { ReportSections } from './equity/report-sections';
import { HomeController } from './home/home.controller';
import { LeadershipPlanPagesController } from './leadership-plan/leadership-plans.controller';
import { PageSettings } from './page-settings';
import { serverPages } from './server-pages';
import { TalentPoolPagesController } from './talent-pools/talent-pools.controller';

/** The pages. Whoever renders one elsewhere, such as an error, finds the renderer here. */
@Module({})
export class WebModule {
  /**
   * @param imports modules that export `LatestPublishedRound`, `ApiDescription`, `PublishedPools`,
   *   `PublishedSnapshots`, `PublishedPlans` and `OwnPages`, which the pages read
   * @param settings where the pages are, as browsers see it
   */
  static reading(
    imports: NonNullable<ModuleMetadata['imports']>,
    settings = new PageSettings(),
  ): DynamicModule {
    return {
      module: WebModule,
      imports,
      controllers: [
        ...[HomeController, ApiDocsController, AssetsController],
        ...[TalentPoolPagesController, EquityPagesController, LeadershipPlanPagesController],
      ],
      providers: [
        { provide: Assets, useFactory: () => new Assets() },
        { provide: PageRenderer, inject: [Assets], useFactory: serverPages },
        { provide: PageSettings, useValue: settings },
        { provide: ReportSections, useFactory: () => new ReportSections() },
      ],
      exports: [PageRenderer, PageSettings, ReportSections],
    };
  }
}
