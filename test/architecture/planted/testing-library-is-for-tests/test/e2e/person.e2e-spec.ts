// Allowed: so may a test.
export { testing } from '@evenhand/testing';
