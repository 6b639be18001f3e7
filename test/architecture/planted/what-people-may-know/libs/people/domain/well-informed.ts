// Allowed: people may know these.
export { kernel } from '@evenhand/kernel';
