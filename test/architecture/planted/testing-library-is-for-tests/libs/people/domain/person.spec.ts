// Allowed: a specification may.
export { testing } from '@evenhand/testing';
