// Forbidden: a use case reads a file.
export { readFile } from 'node:fs/promises';
