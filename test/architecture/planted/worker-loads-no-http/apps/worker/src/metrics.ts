// Forbidden: the worker loads HTTP by way of a library.
export { observability } from '@evenhand/observability';
