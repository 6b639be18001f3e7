// Forbidden: a use case asks a package that belongs behind a port.
export { parse } from 'csv-parse/sync';
