// Allowed: a specification may.
export { readFileSync } from 'node:fs';
