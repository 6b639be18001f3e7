// Forbidden: a solver asks another package than highs.
export { parse } from 'csv-parse/sync';
