import { FindSession, type OpenSession, SignInProvider } from '@evenhand/identity';
import { Injectable } from '@nestjs/common';
import { BrowserSessions } from '../../http/browser-sessions';
import type { Request } from '../../http/exchange';
import { PageCookies } from './page-cookies';

/** What we give out looks like this; nothing else is looked up. */
const SESSION_ID = /^[A-Za-z0-9_-]{43}$/;

/** Knows browsers by their cookies. */
@Injectable()
export class CookieSessions extends BrowserSessions {
  constructor(
    private readonly cookies: PageCookies,
    private readonly find: FindSession,
    private readonly provider: SignInProvider,
  ) {
    super();
  }

  override get endAt(): string {
    return this.provider.origin;
  }

  override async of(request: Request): Promise<OpenSession | undefined> {
    const id = this.cookies.read(request, 'evenhand');
    return id !== undefined && SESSION_ID.test(id) ? this.find.run(id) : undefined;
  }
}
