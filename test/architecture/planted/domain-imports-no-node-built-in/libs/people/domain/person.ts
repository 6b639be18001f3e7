// Forbidden: the domain reads a file.
export { readFile } from 'node:fs/promises';
