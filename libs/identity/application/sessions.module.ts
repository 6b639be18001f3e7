import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import type { SessionLimits } from '../domain/session';
import { IdentityModule } from './identity.module';
import { SessionSettings } from './ports/session-settings';
import { BeginSession } from './sessions/begin-session';
import { EndSession } from './sessions/end-session';
import { FindSession } from './sessions/find-session';
import { SignInToPages } from './sessions/sign-in-to-pages';

/** Who is signed in to pages, for programs that have pages. */
@Module({})
export class SessionsModule {
  /** @param providers binds {@link SignInProvider} */
  static with(limits: SessionLimits, providers: NonNullable<ModuleMetadata['providers']>): DynamicModule {
    return {
      module: SessionsModule,
      imports: [IdentityModule],
      providers: [
        ...providers,
        { provide: SessionSettings, useValue: { limits } },
        BeginSession,
        FindSession,
        EndSession,
        SignInToPages,
      ],
      exports: [...providers, FindSession, EndSession, SignInToPages],
    };
  }
}
