import { type Configuration, DisclosureModule, HostModule, SigningModule } from '@evenhand/config';
import { BarriersModule, EquityModule, EquitySettingsModule } from '@evenhand/equity';
import { AccessTokens, BearerCallers, Callers, IdentityModule } from '@evenhand/identity';
import { MatchingModule } from '@evenhand/matching';
import { MentoringModule } from '@evenhand/mentoring';
import { type Logger, Metrics } from '@evenhand/observability';
import { PeopleModule } from '@evenhand/people';
import { ProviderTokens, type TokenTerms } from '@evenhand/openid';
import { OutboxJobs, pendingMigrations, PersistenceModule } from '@evenhand/persistence';
import { JobQueues, QueueModule } from '@evenhand/queue';
import { LeadershipPlanModule, TalentModule } from '@evenhand/talent';
import { type DynamicModule, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BarrierReviewsApiModule } from './api/barrier-reviews/barrier-reviews-api.module';
import { GovernanceApiModule } from './api/governance/governance-api.module';
import { IdentityApiModule } from './api/identity/identity-api.module';
import { EquityApiModule } from './api/equity/equity-api.module';
import { EqualityApiModule } from './api/equality/equality-api.module';
import { LeadershipPlanApiModule } from './api/leadership-plan/leadership-plan-api.module';
import { MatchingApiModule } from './api/matching/matching-api.module';
import { OpportunitiesApiModule } from './api/opportunities/opportunities-api.module';
import { MentoringApiModule } from './api/mentoring/mentoring-api.module';
import { PeopleApiModule } from './api/people-api.module';
import { TalentPoolsModule } from './api/talent-pools/talent-pools.module';
import { CountedRequests } from './counted-requests';
import type { DescribedApi } from './described-api';
import { HealthController } from './health/health.controller';
import { MetricsController } from './health/metrics.controller';
import { Readiness } from './health/readiness';
import { IdempotencyStore } from './http/idempotency-store';
import { RequestCounter } from './http/throttling/request-counter';
import { KeptKeys } from './kept-keys';
import { ApiDescription } from './web/api-docs/api-description';
import { PublishedSnapshots } from './web/equity/published-snapshots';
import { TransparentSnapshots } from './web/equity/transparent-snapshots';
import { LatestPublishedRound } from './web/home/latest-published-round';
import { PublishedRounds } from './web/home/published-rounds';
import { OwnPages } from './web/own-pages/own-pages';
import { ReachedOwnPages } from './web/own-pages/reached-own-pages';
import { PageSettings } from './web/page-settings';
import { type PagesSignIn, SignInPagesModule } from './web/sign-in/sign-in-pages.module';
import { PublishedPools } from './web/talent-pools/published-pools';
import { PublishedPlans } from './web/leadership-plan/published-plans';
import { TransparentPlans } from './web/leadership-plan/transparent-plans';
import { TransparentPools } from './web/talent-pools/transparent-pools';
import { WebModule } from './web/web.module';

/** What the pages read. */
@Module({})
class PageReadingsModule {
  static of(api: DescribedApi): DynamicModule {
    return {
      module: PageReadingsModule,
      imports: [TalentModule, LeadershipPlanModule, EquityModule, BarriersModule],
      providers: [
        { provide: ApiDescription, useValue: api },
        { provide: LatestPublishedRound, useClass: PublishedRounds },
        { provide: PublishedPools, useClass: TransparentPools },
        { provide: PublishedSnapshots, useClass: TransparentSnapshots },
        { provide: PublishedPlans, useClass: TransparentPlans },
        { provide: OwnPages, useClass: ReachedOwnPages },
      ],
      exports: [
        ...[
          ApiDescription,
          LatestPublishedRound,
          PublishedPools,
          PublishedSnapshots,
          PublishedPlans,
          OwnPages,
        ],
      ],
    };
  }
}

/** Who calls, told by the tokens of the OpenID provider. */
@Module({})
class CallersModule {
  static by(terms: TokenTerms): DynamicModule {
    return {
      module: CallersModule,
      imports: [IdentityModule],
      providers: [
        { provide: AccessTokens, useValue: new ProviderTokens(terms) },
        { provide: Callers, useClass: BearerCallers },
      ],
      exports: [Callers],
    };
  }
}

/** What a server is wired from beside its configuration. */
export interface ServerParts {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly api: DescribedApi;
  /** What tokens must say. */
  readonly tokens: TokenTerms;
}

/** Wires a server: every context with its routes, the pages, and no processor of jobs. */
@Module({})
export class ServerModule {
  static forRoot(configuration: Configuration, { logger, metrics, api, tokens }: ServerParts): DynamicModule {
    const { databaseUrl, databasePool, queueUrl, proposalDays, publicUrl, closedRecordDays } = configuration;
    const web = WebModule.reading([PageReadingsModule.of(api)], new PageSettings(publicUrl));
    return {
      module: ServerModule,
      imports: [
        HostModule,
        DisclosureModule.forRoot(configuration.disclosure),
        SigningModule.forRoot(configuration),
        PersistenceModule.forRoot({
          url: databaseUrl,
          poolSize: databasePool,
          applicationName: 'evenhand server',
        }),
        QueueModule.forRoot({ url: queueUrl, logger, leftJobs: OutboxJobs }),
        CallersModule.by(tokens),
        PeopleModule,
        MatchingModule.with({ proposalDays }),
        MentoringModule,
        EquitySettingsModule.with({ closedRecordDays }),
        IdentityApiModule,
        GovernanceApiModule,
        PeopleApiModule,
        MatchingApiModule,
        MentoringApiModule,
        TalentPoolsModule,
        OpportunitiesApiModule,
        BarrierReviewsApiModule,
        LeadershipPlanApiModule,
        EqualityApiModule,
        EquityApiModule,
        web,
        SignInPagesModule.with(pagesSignIn(configuration), web),
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: Metrics, useValue: metrics },
        { provide: IdempotencyStore, useClass: KeptKeys },
        { provide: RequestCounter, useClass: CountedRequests },
        { provide: Readiness, inject: [DataSource, JobQueues], useFactory: readinessOf },
      ],
    };
  }
}

function pagesSignIn(configuration: Configuration): PagesSignIn {
  const { openId, publicUrl, sessionIdleMinutes, sessionHours, requestLimits: tries } = configuration;
  const { issuer, clientId, clientSecret, staffIdClaim } = openId;
  const limits = { idleMinutes: sessionIdleMinutes, hours: sessionHours };
  if ([issuer, clientId, clientSecret, publicUrl].includes(undefined)) {
    return { limits, tries };
  }
  const at = { issuer: issuer!, clientId: clientId!, clientSecret: clientSecret!, publicUrl: publicUrl! };
  return { limits, tries, at: { ...at, ...(staffIdClaim === undefined ? {} : { staffIdClaim }) } };
}

function readinessOf(source: DataSource, queues: JobQueues): Readiness {
  return new Readiness([
    { name: 'database', check: () => source.query('select 1') },
    { name: 'queue', check: () => queues.ping() },
    {
      name: 'migrations',
      check: async () => {
        const pending = await pendingMigrations(source);
        if (pending.length > 0) {
          throw new Error(`pending: ${pending.join(', ')}`);
        }
      },
    },
  ]);
}
