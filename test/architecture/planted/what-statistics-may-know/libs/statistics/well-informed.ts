// Allowed: statistics may know these.
export { kernel } from '@evenhand/kernel';
