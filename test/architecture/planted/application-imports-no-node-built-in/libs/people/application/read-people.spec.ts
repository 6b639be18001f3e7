// Allowed: a specification may.
export { readFile } from 'node:fs/promises';
