import { type DynamicModule, Module } from '@nestjs/common';
import { AskForCorrection } from './corrections/ask-for-correction';
import { ListCorrections } from './corrections/list-corrections';
import { SettleCorrection } from './corrections/settle-correction';
import { KeepAuditHead } from './keep-audit-head';
import { ListAuditEvents } from './list-audit-events';
import { ListViewsOfMe } from './list-views-of-me';
import { KeptHeads } from './ports/kept-heads';
import { ErasePerson } from './personal-data/erase-person';
import { GatherPersonalData } from './personal-data/gather-personal-data';
import { ReadAuditHead } from './read-audit-head';
import { RemoveOverdueData } from './retention/remove-overdue-data';
import { VerifyAuditLog } from './verify-audit-log';

const USE_CASES = [
  ListAuditEvents,
  ListViewsOfMe,
  ReadAuditHead,
  VerifyAuditLog,
  GatherPersonalData,
  ErasePerson,
  AskForCorrection,
  ListCorrections,
  SettleCorrection,
  RemoveOverdueData,
];

/** Who did what with people's records. Whoever imports it provides the context's repositories, a clock and signing keys. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class GovernanceModule {}

/** What a worker does of its own accord; it needs what {@link GovernanceModule} needs. */
@Module({ imports: [GovernanceModule] })
export class GovernanceJobsModule {
  /** @param heads where heads of the log are kept */
  static keeping(heads: KeptHeads): DynamicModule {
    return {
      module: GovernanceJobsModule,
      providers: [KeepAuditHead, { provide: KeptHeads, useValue: heads }],
      exports: [KeepAuditHead],
    };
  }
}
