// Allowed: matching may know these.
export { kernel } from '@evenhand/kernel';
export { people } from '@evenhand/people';
export { development } from '@evenhand/development';
