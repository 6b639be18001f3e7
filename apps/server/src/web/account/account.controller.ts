import { AccountRepository } from '@evenhand/identity';
import type { WebPage } from '@evenhand/pages';
import { Controller, Get, Req } from '@nestjs/common';
import { SignedIn } from '../../http/access';
import type { Request } from '../../http/exchange';
import { Page } from '../page';
import { OwnPages } from '../own-pages/own-pages';
import { accountPage } from './account.page';
import { ProgrammeNames } from '../programmes/programme-names';

/** Who somebody is here. */
@Page()
@SignedIn()
@Controller('account')
export class AccountController {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly programmes: ProgrammeNames,
    private readonly own: OwnPages,
  ) {}

  @Get()
  async show(@Req() { session, caller }: Request): Promise<WebPage> {
    const { id, roles } = caller!;
    const account = await this.accounts.byId(id);
    return accountPage({
      name: session!.holderName,
      ...(account?.email === undefined ? {} : { email: account.email }),
      roles,
      own: await this.own.of(caller),
      programmes: await this.programmes.of(roles.flatMap(({ programmeId }) => programmeId ?? [])),
    });
  }
}
