// Forbidden: a pure library reads the time.
export { performance } from 'node:perf_hooks';
