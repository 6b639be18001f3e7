export { auditPayload, isKept, namedIn, subjectsOf } from './domain/audit-payload';
export { LogPseudonyms } from './application/ports/log-pseudonyms';
