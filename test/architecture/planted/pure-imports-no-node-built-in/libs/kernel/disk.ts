// Forbidden: and a file, by the old name of the module.
export { readFileSync } from 'fs';
