export { canonicalJson, type JsonValue } from './canonical-json';
export { daysBetween, isDay } from './day';
export { DomainError } from './domain-error';
export { InputRefused } from './input-refused';
export { compareIdentifiers, IDENTIFIER_PATTERN, isIdentifier } from './identifier';
