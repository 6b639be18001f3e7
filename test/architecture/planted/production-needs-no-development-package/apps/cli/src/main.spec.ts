// Allowed: a specification may.
export { assert } from 'fast-check';
