import { SignInProvider, SignInToPages } from '@evenhand/identity';
import { Clock } from '@evenhand/kernel';
import { Controller, Get, HttpCode, Query, Req, Res } from '@nestjs/common';
import { Public } from '../../http/access';
import type { Request, Response } from '../../http/exchange';
import { SigningIn } from '../../http/row-reach.interceptor';
import { CallerLimit } from '../../http/throttling/caller-limit';
import { Page } from '../page';
import { ATTEMPT_SECONDS, SignInAttempts } from './attempts';
import { ownPath } from './own-path';
import { PageCookies } from './page-cookies';
import { SignInQuery } from './sign-in.dto';
import { SignInRefused } from './sign-in-refused';

/** Where people go on to who came for nothing in particular. */
const USUAL_PATH = '/account';

/** Sends people to the provider and takes its answer. */
@Page()
@Public()
@SigningIn()
@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly provider: SignInProvider,
    private readonly signIn: SignInToPages,
    private readonly attempts: SignInAttempts,
    private readonly cookies: PageCookies,
    private readonly limit: CallerLimit,
    private readonly clock: Clock,
  ) {}

  @Get()
  @HttpCode(303)
  async begin(
    @Query() { to, anew = false }: SignInQuery,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const { address, attempt } = await this.provider.begin(anew);
    const underWay = {
      ...attempt,
      to: ownPath(to) ?? USUAL_PATH,
      begunAt: this.clock.now().getTime(),
    };
    this.cookies.set(response, 'evenhand-sign-in', this.attempts.write(underWay), ATTEMPT_SECONDS);
    response.setHeader('Location', address);
  }

  /** The browser comes back with the answer in the query string. Whatever comes of it, the answer is used up. */
  @Get('callback')
  @HttpCode(303)
  async complete(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const attempt = this.attempts.read(this.cookies.read(request, 'evenhand-sign-in'), this.clock.now());
    const query = request.originalUrl.split('?')[1] ?? '';
    const before = this.cookies.read(request, 'evenhand');
    const { sessionId, refused } = await this.signIn.run(query, attempt, before, () =>
      this.limit.countRefused(request),
    );
    this.cookies.clear(response, 'evenhand-sign-in');
    if (refused !== undefined) {
      throw new SignInRefused(refused);
    }
    this.cookies.set(response, 'evenhand', sessionId);
    response.setHeader('Location', attempt?.to ?? USUAL_PATH);
  }
}
