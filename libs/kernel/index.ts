export { canonicalJson, type JsonValue } from './canonical-json';
export { daysBetween, isDay } from './day';
export { DomainError } from './domain-error';
export { keyedHash, sha256 } from './hash';
export { InputRefused } from './input-refused';
export { compareIdentifiers, IDENTIFIER_PATTERN, isIdentifier } from './identifier';
export type { Page, PageRequest } from './page';
export { Clock, Random, Transaction } from './ports';
export { Conflict, Forbidden, NotFound, StaleVersion } from './refusals';
