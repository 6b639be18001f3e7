export { type AuditedEvent, type AuditedKind, AUDITED_KINDS, AuditTrail } from './audit-trail';
export {
  type Actor,
  Authority,
  type Belonging,
  type Extent,
  type Limits,
  type OrganisationLimits,
  type Reach,
} from './authority';
export { canonicalJson, canonicalJsonInParts, type JsonValue } from './canonical-json';
export { daysBetween, isDay } from './day';
export { DomainError } from './domain-error';
export { keyedHash, sha256 } from './hash';
export { inParts, partsOf } from './in-parts';
export { InputRefused } from './input-refused';
export { failureOf, type Job, JOB_KINDS, type JobFailure, type JobKind, Outbox } from './jobs';
export { compareIdentifiers, IDENTIFIER_PATTERN, isIdentifier } from './identifier';
export type { Page, PageRequest } from './page';
export { Clock, Random, Transaction } from './ports';
export { Conflict, Forbidden, NotFound, StaleVersion, UnknownPosition } from './refusals';
export { RefusedInputs } from './refused-inputs';
export { type PublicKey, type Signature, type SignatureWorth, SigningKeys } from './signing-keys';
export { wholePercent } from './whole-percent';
