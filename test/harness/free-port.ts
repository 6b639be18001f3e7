export { freePort } from '../../apps/embedded/src/postgres/free-port';
