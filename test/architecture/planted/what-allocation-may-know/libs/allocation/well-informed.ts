// Allowed: allocation may know these.
export { kernel } from '@evenhand/kernel';
