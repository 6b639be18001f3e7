// Allowed: the worker is there to process.
export { matching } from '@evenhand/queue';
