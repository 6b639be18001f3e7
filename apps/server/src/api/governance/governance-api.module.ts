import { GovernanceModule } from '@evenhand/governance';
import { Module } from '@nestjs/common';
import { AuditHeadController } from '../transparency/audit-head.controller';
import { AuditEventsController } from './audit-events.controller';
import { CorrectionsController } from './corrections.controller';
import { PersonalDataController } from './personal-data.controller';
import { ViewsOfMeController } from './views-of-me.controller';

/** What the audit log tells, and to whom; what is held on people, and what they may ask of it. */
@Module({
  imports: [GovernanceModule],
  controllers: [
    AuditEventsController,
    ViewsOfMeController,
    AuditHeadController,
    PersonalDataController,
    CorrectionsController,
  ],
})
export class GovernanceApiModule {}
