// Allowed: taxonomy may know these.
export { kernel } from '@evenhand/kernel';
