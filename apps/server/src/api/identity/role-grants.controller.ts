import { AskForRole, ConfirmRole, EndRole, ListRoleGrants } from '@evenhand/identity';
import type { Authority } from '@evenhand/kernel';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentAuthority, Permission } from '../../http/access';
import { Paged, type PageAnswer, Paging } from '../../http/paging';
import { PathId } from '../../http/path-id';
import {
  NewRoleGrant,
  RoleGrantAnswer,
  roleGrantAnswer,
  RoleGrantPage,
  RoleGrantQuery,
} from './role-grants.dto';

/** Who has which role. It takes two admins to give one, and neither is the one who gets it. */
@ApiTags('Accounts and roles')
@Controller('role-grants')
export class RoleGrantsController {
  constructor(
    private readonly list: ListRoleGrants,
    private readonly ask: AskForRole,
    private readonly confirm: ConfirmRole,
    private readonly end: EndRole,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Ask for a role for somebody; another admin has to confirm it' })
  @ApiCreatedResponse({ type: RoleGrantAnswer })
  @Permission('roles:write')
  async post(@Body() body: NewRoleGrant, @CurrentAuthority() authority: Authority): Promise<RoleGrantAnswer> {
    return roleGrantAnswer(await this.ask.run(authority, body));
  }

  @Get()
  @ApiOperation({ summary: 'List who has, had or is to have which role' })
  @ApiOkResponse({ type: RoleGrantPage })
  @Permission('roles:read')
  async getAll(
    @Query() { account, state }: RoleGrantQuery,
    @Paged() paging: Paging,
    @CurrentAuthority() authority: Authority,
  ): Promise<PageAnswer<RoleGrantAnswer>> {
    const filter = {
      ...(account === undefined ? {} : { accountId: account }),
      ...(state === undefined ? {} : { states: state }),
    };
    return paging.answer(await this.list.run(authority, filter, paging.request), roleGrantAnswer);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm a role that another admin asked for' })
  @ApiOkResponse({ type: RoleGrantAnswer })
  @Permission('roles:write')
  async postConfirm(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<RoleGrantAnswer> {
    return roleGrantAnswer(await this.confirm.run(authority, id));
  }

  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a role at once, or turn down what was asked for' })
  @ApiOkResponse({ type: RoleGrantAnswer })
  @Permission('roles:write')
  async postEnd(
    @PathId('id') id: string,
    @CurrentAuthority() authority: Authority,
  ): Promise<RoleGrantAnswer> {
    return roleGrantAnswer(await this.end.run(authority, id));
  }
}
