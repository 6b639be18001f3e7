// Allowed: disclosure may know these.
export { kernel } from '@evenhand/kernel';
export { statistics } from '@evenhand/statistics';
