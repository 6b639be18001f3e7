// Forbidden: an adapter asks an app.
export { address } from '../../apps/server/src/address';
