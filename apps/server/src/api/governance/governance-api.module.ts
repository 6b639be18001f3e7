import { GovernanceModule } from '@evenhand/governance';
import { Module } from '@nestjs/common';
import { AuditHeadController } from '../transparency/audit-head.controller';
import { AuditEventsController } from './audit-events.controller';
import { ViewsOfMeController } from './views-of-me.controller';

/** What the audit log tells, and to whom. */
@Module({
  imports: [GovernanceModule],
  controllers: [AuditEventsController, ViewsOfMeController, AuditHeadController],
})
export class GovernanceApiModule {}
