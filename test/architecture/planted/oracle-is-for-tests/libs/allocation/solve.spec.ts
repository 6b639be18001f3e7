// Allowed: a specification may.
export { oracle } from './oracle/oracle';
