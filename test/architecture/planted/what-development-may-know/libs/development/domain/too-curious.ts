// Forbidden: development may know neither matching nor identity.
export { matching } from '@evenhand/matching';
export { identity } from '@evenhand/identity';
