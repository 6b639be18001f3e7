import { GatherPersonalData } from '@evenhand/governance';
import type { Authority } from '@evenhand/kernel';
import type { WebPage } from '@evenhand/pages';
import { Controller, Get } from '@nestjs/common';
import { CurrentAuthority, Permission } from '../../http/access';
import { Page } from '../page';
import { accountDataPage } from './account-data.page';

/** What is held on whoever is signed in. */
@Page()
@Controller('account/data')
export class AccountDataController {
  constructor(private readonly gather: GatherPersonalData) {}

  @Get()
  @Permission('account:read')
  async show(@CurrentAuthority() authority: Authority): Promise<WebPage> {
    return accountDataPage(await this.gather.run(authority));
  }
}
