// Forbidden: the server loads a processor by way of a library.
export { matching } from '@evenhand/queue';
