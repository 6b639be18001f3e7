// Forbidden: one app loads another.
export { listen } from '../../server/src/main';
