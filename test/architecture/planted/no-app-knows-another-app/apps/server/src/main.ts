// Allowed: an app loads a file of its own.
export { listen } from './listen';
