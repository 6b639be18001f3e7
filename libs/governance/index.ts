export { auditPayload, isKept, namedIn, subjectsOf } from './domain/audit-payload';
export { type ChainedEvent, type SearchedColumns, type ToldEvent, toldIn } from './domain/chained-event';
export { eventSha256 } from './domain/chain-check';
export {
  type AuditHead,
  type ChainHead,
  headText,
  NO_EVENT,
  readHead,
  type SignedHead,
} from './domain/signed-head';
export { DATA_INVENTORY, inventoryEntries } from './domain/inventory/data-inventory';
export { inventoryDocument } from './domain/inventory/inventory-document';
export {
  entriesOf,
  ERASURE_EFFECTS,
  type Handling,
  type HeldTable,
  type InventoryEntry,
  LAWFUL_BASES,
  type PersonalColumn,
  RETENTION_PERIODS,
} from './domain/inventory/held-data';
export { type ToldSection } from './domain/told-data';
export { OVERDUE_TABLES, type OverdueTable, USUAL_CLOSED_RECORD_DAYS } from './domain/retention';
export { ERASURE_CONFIRMATION, ERASURE_REASONS, type ErasureReason } from './domain/erasure';
export {
  CORRECTABLE_FIELDS,
  type CorrectableField,
  CORRECTION_STATES,
  type CorrectionAnswer,
  type CorrectionRequest,
  type CorrectionState,
} from './domain/correction-request';
export {
  type AuditEventFilter,
  AuditLogRepository,
  type EventAbout,
  type EventsReached,
} from './application/ports/audit-log.repository';
export { type FoundHead, KeptHeads } from './application/ports/kept-heads';
export {
  type CorrectionFilter,
  CorrectionRequestRepository,
} from './application/ports/correction-request.repository';
export { DataSubjects } from './application/ports/data-subjects';
export {
  type DataSubject,
  type Erased,
  type HeldRow,
  PersonalDataHolder,
  PersonalDataHolders,
  type TouchedThing,
} from './application/ports/personal-data-holder';
export { OverdueData } from './application/ports/overdue-data';
export { LogPseudonyms } from './application/ports/log-pseudonyms';
export { KeepAuditHead } from './application/keep-audit-head';
export { type AskedEvents, ListAuditEvents } from './application/list-audit-events';
export { ListViewsOfMe, type ViewOfMe } from './application/list-views-of-me';
export { ReadAuditHead } from './application/read-audit-head';
export { type AuditLogVerdict, VerifyAuditLog } from './application/verify-audit-log';
export { AskForCorrection, type WantedCorrection } from './application/corrections/ask-for-correction';
export { ListCorrections } from './application/corrections/list-corrections';
export { SettleCorrection } from './application/corrections/settle-correction';
export { RemoveOverdueData } from './application/retention/remove-overdue-data';
export { GatherPersonalData, type PersonalData } from './application/personal-data/gather-personal-data';
export { ErasePerson, type ErasureOutcome } from './application/personal-data/erase-person';
export { GovernanceJobsModule, GovernanceModule } from './application/governance.module';
