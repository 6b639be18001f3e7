// Allowed: governance may know these.
export { kernel } from '@evenhand/kernel';
export { people } from '@evenhand/people';
export { identity } from '@evenhand/identity';
