// Allowed: a hash is the same everywhere.
export { createHash } from 'node:crypto';
