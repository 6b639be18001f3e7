import { EndSession, ProviderAway, SignInProvider } from '@evenhand/identity';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Public } from '../../http/access';
import type { Request, Response } from '../../http/exchange';
import { SigningIn } from '../../http/row-reach.interceptor';
import { Page, PageForm } from '../page';
import { PageCookies } from './page-cookies';

/** Signs people out, here and then at the provider. */
@Page()
@Public()
@SigningIn()
@Controller('sign-out')
export class SignOutController {
  constructor(
    private readonly end: EndSession,
    private readonly provider: SignInProvider,
    private readonly cookies: PageCookies,
  ) {}

  @Post()
  @PageForm()
  @HttpCode(303)
  async signOut(@Req() { session }: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    this.cookies.clear(response, 'evenhand');
    if (session !== undefined) {
      await this.end.run(session);
    }
    response.setHeader('Location', session === undefined ? '/' : await this.endOf(session.idToken));
  }

  private async endOf(idToken: string): Promise<string> {
    try {
      return await this.provider.signOutAddress(idToken);
    } catch (error) {
      // Our own session has ended, and that is what was asked of us.
      if (error instanceof ProviderAway) return '/';
      throw error;
    }
  }
}
