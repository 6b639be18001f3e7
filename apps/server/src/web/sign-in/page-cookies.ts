import { parseCookie, type SetCookie, stringifySetCookie } from 'cookie';
import { Injectable } from '@nestjs/common';
import type { Request, Response } from '../../http/exchange';
import { PageSettings } from '../page-settings';

/** The cookies of the pages: who is signed in, and who is on the way to it. */
export type PageCookie = 'evenhand' | 'evenhand-sign-in';

/**
 * Cookies that no script can read, and no other site has sent along with what it makes a browser change. Where pages are
 * encrypted, no neighbouring host can set them either (`__Host-`).
 */
@Injectable()
export class PageCookies {
  constructor(private readonly settings: PageSettings) {}

  read(request: Request, cookie: PageCookie): string | undefined {
    return parseCookie(request.headers.cookie ?? '')[this.name(cookie)];
  }

  /** @param seconds how long the browser keeps it; until it is closed where absent */
  set(response: Response, cookie: PageCookie, value: string, seconds?: number): void {
    this.append(response, {
      ...this.common(cookie),
      value,
      ...(seconds === undefined ? {} : { maxAge: seconds }),
    });
  }

  clear(response: Response, cookie: PageCookie): void {
    this.append(response, { ...this.common(cookie), value: '', maxAge: 0 });
  }

  private name(cookie: PageCookie): string {
    return this.settings.isEncrypted ? `__Host-${cookie}` : cookie;
  }

  private common(cookie: PageCookie): Omit<SetCookie, 'value'> {
    return {
      name: this.name(cookie),
      path: '/',
      httpOnly: true,
      secure: this.settings.isEncrypted,
      // Strict would leave it out where the provider sends somebody back.
      sameSite: 'lax',
    };
  }

  private append(response: Response, cookie: SetCookie): void {
    response.appendHeader('Set-Cookie', stringifySetCookie(cookie));
  }
}
