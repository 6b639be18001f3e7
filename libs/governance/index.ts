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
export {
  type AuditEventFilter,
  AuditLogRepository,
  type EventAbout,
  type EventsReached,
} from './application/ports/audit-log.repository';
export { type FoundHead, KeptHeads } from './application/ports/kept-heads';
export { LogPseudonyms } from './application/ports/log-pseudonyms';
export { KeepAuditHead } from './application/keep-audit-head';
export { type AskedEvents, ListAuditEvents } from './application/list-audit-events';
export { ListViewsOfMe, type ViewOfMe } from './application/list-views-of-me';
export { ReadAuditHead } from './application/read-audit-head';
export { type AuditLogVerdict, VerifyAuditLog } from './application/verify-audit-log';
export { GovernanceJobsModule, GovernanceModule } from './application/governance.module';
