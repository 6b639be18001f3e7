import { ChangeAccount, ListAccounts } from '@evenhand/identity';
import type { Authority } from '@evenhand/kernel';
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Paged, type PageAnswer, PageQuery, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import { AccountAnswer, accountAnswer, AccountPage } from './accounts.dto';

/** Who and what can sign in. */
@ApiTags('Accounts and roles')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly list: ListAccounts,
    private readonly change: ChangeAccount,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List accounts' })
  @ApiOkResponse({ type: AccountPage })
  @Permission('accounts:read')
  async getAll(
    @Query() _: PageQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<AccountAnswer>> {
    return paging.answer(await this.list.run(authority, paging.request), accountAnswer);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @ApiOperation({ summary: 'Disable an account: it opens nothing from the next request on' })
  @ApiOkResponse({ type: AccountAnswer })
  @Permission('accounts:write')
  async postDisable(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AccountAnswer> {
    return accountAnswer(await this.change.run(authority, id, 'disabled'));
  }

  @Post(':id/enable')
  @HttpCode(200)
  @ApiOperation({ summary: 'Enable an account again' })
  @ApiOkResponse({ type: AccountAnswer })
  @Permission('accounts:write')
  async postEnable(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<AccountAnswer> {
    return accountAnswer(await this.change.run(authority, id, 'active'));
  }
}
