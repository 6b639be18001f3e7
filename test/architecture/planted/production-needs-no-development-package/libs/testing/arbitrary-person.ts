// Allowed: so may the builders.
export { assert } from 'fast-check';
