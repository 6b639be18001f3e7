import { IdentityModule } from '@evenhand/identity';
import { Module } from '@nestjs/common';
import { AccountsController } from './accounts.controller';
import { BreakGlassController } from './break-glass.controller';
import { RoleGrantsController } from './role-grants.controller';

/** Accounts, and the roles that they were given. */
@Module({
  imports: [IdentityModule],
  controllers: [AccountsController, RoleGrantsController, BreakGlassController],
})
export class IdentityApiModule {}
