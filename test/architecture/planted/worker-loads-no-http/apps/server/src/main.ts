// Allowed: the server is there to listen.
export { observability } from '@evenhand/observability';
