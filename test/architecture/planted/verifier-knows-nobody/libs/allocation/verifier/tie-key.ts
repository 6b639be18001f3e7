// Allowed: a hash, and what the verifier has itself.
export { createHash } from 'node:crypto';
export { shown } from './shown';
