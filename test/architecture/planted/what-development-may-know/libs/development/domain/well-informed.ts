// Allowed: development may know these.
export { kernel } from '@evenhand/kernel';
export { people } from '@evenhand/people';
