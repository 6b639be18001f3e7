// Forbidden: disclosure may know neither allocation nor persistence.
export { allocation } from '@evenhand/allocation';
export { persistence } from '@evenhand/persistence';
