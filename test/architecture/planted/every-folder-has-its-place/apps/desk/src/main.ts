// Forbidden: no list names this app.
export { window } from './window';
