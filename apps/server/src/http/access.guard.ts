import { authorityOf, type Caller, type Callers } from '@evenhand/identity';
import { Forbidden } from '@evenhand/kernel';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { accessOf } from './access';
import type { Request } from './exchange';
import { HttpProblem } from './problem';
import type { CallerLimit } from './throttling/caller-limit';

/** A signed token is some hundreds of characters long; what is far longer is none. */
const BEARER = /^Bearer ([A-Za-z0-9._~+/-]{1,8000}=*)$/i;

/** Lets a caller through to a route whose permission the caller's role holds. What declares nothing lets nobody through. */
export class AccessGuard implements CanActivate {
  constructor(
    private readonly callers: Callers,
    private readonly limit: CallerLimit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(context.getHandler(), context.getClass());
    if (access === 'public') {
      return true;
    }
    const request = context.switchToHttp().getRequest<Request>();
    const caller = await this.callerOf(request);
    await this.limit.countOf(caller.id);
    if (access === undefined) {
      throw new Forbidden('Nobody may do this.');
    }
    request.caller = caller;
    request.authority = authorityOf(caller, access);
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
      await this.limit.countRefused(request);
      throw new HttpProblem(401, 'access.unknown-token', 'This token is not known here, or no longer.', {
        headers: { 'WWW-Authenticate': 'Bearer realm="evenhand", error="invalid_token"' },
      });
    }
    return caller;
  }
}
