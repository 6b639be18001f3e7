// Allowed: identity may know these.
export { kernel } from '@evenhand/kernel';
