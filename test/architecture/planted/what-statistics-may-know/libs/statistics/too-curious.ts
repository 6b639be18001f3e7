// Forbidden: statistics may know neither disclosure nor equity.
export { disclosure } from '@evenhand/disclosure';
export { equity } from '@evenhand/equity';
