import { BarriersModule, EquityModule } from '@evenhand/equity';
import { GovernanceModule } from '@evenhand/governance';
import { SessionsModule, SignInProvider, type SessionLimits } from '@evenhand/identity';
import { ProviderSignIn } from '@evenhand/openid';
import { LeadershipPlanModule, TalentModule } from '@evenhand/talent';
import { type DynamicModule, Module } from '@nestjs/common';
import { CountedRequests } from '../../counted-requests';
import { BrowserSessions } from '../../http/browser-sessions';
import { CallerLimit } from '../../http/throttling/caller-limit';
import type { RequestLimits } from '../../http/throttling/limits';
import { RequestCounter } from '../../http/throttling/request-counter';
import { AccountDataController } from '../account-data/account-data.controller';
import { AccountController } from '../account/account.controller';
import { LedReviewsController } from '../barrier-reviews/led-reviews.controller';
import { BoardWorkController } from '../board-work/board-work.controller';
import { AskForReportController } from '../equity/ask-for-report.controller';
import { EquityDecisionController } from '../equity/decision.controller';
import { EquityWorkController } from '../equity/equity-work.controller';
import { UnpublishedEquityController } from '../equity/unpublished-equity.controller';
import { UnpublishedFilesController } from '../equity/unpublished-files.controller';
import { LeadershipGapsController } from '../leadership-plan/leadership-gaps.controller';
import { PlanSnapshotPagesController } from '../leadership-plan/plan-snapshots.controller';
import { OwnPages } from '../own-pages/own-pages';
import { ReachedOwnPages } from '../own-pages/reached-own-pages';
import { PoolMembershipPagesController } from '../pool-memberships/pool-memberships.controller';
import { ProgrammeNames } from '../programmes/programme-names';
import { SignInAttempts } from './attempts';
import { CookieSessions } from './cookie-sessions';
import { NowhereToSignIn } from './nowhere-to-sign-in';
import { PageCookies } from './page-cookies';
import { SignInController } from './sign-in.controller';
import { SignOutController } from './sign-out.controller';

/** With what the pages sign people in. */
export interface PagesSignIn {
  readonly limits: SessionLimits;
  readonly tries: Pick<RequestLimits, 'perAccount' | 'refusedPerAddress'>;
  /** Absent where nobody can sign in. */
  readonly at?: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    /** Where people reach the pages. */
    readonly publicUrl: string;
    readonly staffIdClaim?: string;
  };
}

/** The pages on which people sign in and out, and see who they are here. */
@Module({})
export class SignInPagesModule {
  /** @param web the module of the other pages, whose frame these share */
  static with({ limits, tries, at }: PagesSignIn, web: DynamicModule): DynamicModule {
    return {
      module: SignInPagesModule,
      imports: [
        web,
        GovernanceModule,
        EquityModule,
        BarriersModule,
        LeadershipPlanModule,
        TalentModule,
        SessionsModule.with(limits, [{ provide: SignInProvider, useValue: providerAt(at) }]),
      ],
      controllers: [
        SignInController,
        SignOutController,
        AccountController,
        AccountDataController,
        LeadershipGapsController,
        BoardWorkController,
        EquityWorkController,
        // Before those by id, or they would be looked for as one.
        AskForReportController,
        UnpublishedEquityController,
        UnpublishedFilesController,
        EquityDecisionController,
        PlanSnapshotPagesController,
        PoolMembershipPagesController,
        LedReviewsController,
      ],
      providers: [
        PageCookies,
        ProgrammeNames,
        { provide: OwnPages, useClass: ReachedOwnPages },
        { provide: SignInAttempts, useValue: new SignInAttempts(at?.clientSecret ?? '') },
        { provide: RequestCounter, useClass: CountedRequests },
        {
          provide: CallerLimit,
          inject: [RequestCounter],
          useFactory: (counter: RequestCounter) => new CallerLimit(counter, tries),
        },
        { provide: BrowserSessions, useClass: CookieSessions },
      ],
      exports: [BrowserSessions],
    };
  }
}

function providerAt(at: PagesSignIn['at']): SignInProvider {
  if (at === undefined) {
    return new NowhereToSignIn();
  }
  const { publicUrl, ...terms } = at;
  return new ProviderSignIn({
    ...terms,
    callback: new URL('/sign-in/callback', publicUrl).href,
    signedOut: new URL('/', publicUrl).href,
  });
}
