import { authorityOf, type Caller, type Callers } from '@evenhand/identity';
import { Forbidden } from '@evenhand/kernel';
import { RowReach } from '@evenhand/persistence';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { accessOf } from './access';
import type { BrowserSessions } from './browser-sessions';
import type { Request, Response } from './exchange';
import { asksForPage } from './page-routes';
import { HttpProblem } from './problem';
import { recognise } from './recognise';
import { SignInNeeded } from './sign-in-needed';
import type { CallerLimit } from './throttling/caller-limit';

/** A signed token is some hundreds of characters long; what is far longer is none. */
const BEARER = /^Bearer ([A-Za-z0-9._~+/-]{1,8000}=*)$/i;

/**
 * Lets a caller through to a route whose permission the caller's role holds. What declares nothing lets nobody through.
 * Programs are known by their tokens and by nothing else, people by the sessions of their browsers, on pages alone: a
 * browser sends its cookies along with whatever another site makes it ask for.
 */
export class AccessGuard implements CanActivate {
  /** @param sessions absent where there are no pages for people who are signed in */
  constructor(
    private readonly callers: Callers,
    private readonly limit: CallerLimit,
    private readonly sessions?: BrowserSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context.getHandler(), context.getClass());
    const request = context.switchToHttp().getRequest<Request>();
    if (asksForPage(context)) {
      await recognise(request, context.switchToHttp().getResponse<Response>(), this.sessions);
    }
    if (access === 'public') {
      return true;
    }
    const caller = asksForPage(context)
      ? signedIn(request)
      : await RowReach.SIGN_IN.run(() => this.callerOf(request));
    await this.limit.countOf(caller.id);
    if (access === undefined) {
      throw new Forbidden('Nobody may do this.');
    }
    request.caller = caller;
    if (access !== 'signed-in') {
      request.authority = authorityOf(caller, access);
    }
    return true;
  }

  private async callerOf(request: Request): Promise<Caller> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) {
      throw new HttpProblem(
        401,
        'access.no-token',
        'This needs a token: send it as Authorization: Bearer <token>.',
        { headers: { 'WWW-Authenticate': 'Bearer realm="evenhand"' } },
      );
    }
    const caller = await this.callers.byToken(token);
    if (caller === undefined) {
      // Counted first: whoever tries many is not written down for each.
      await this.limit.countRefused(request);
      await this.callers.tellRefused();
      throw new HttpProblem(401, 'access.unknown-token', 'This token is not known here, or no longer.', {
        headers: { 'WWW-Authenticate': 'Bearer realm="evenhand", error="invalid_token"' },
      });
    }
    return caller;
  }
}

function signedIn(request: Request): Caller {
  if (request.caller === undefined) {
    throw new SignInNeeded(request);
  }
  return request.caller;
}
