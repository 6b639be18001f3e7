// Allowed: the oracle belongs to the specifications.
export { assert } from 'fast-check';
