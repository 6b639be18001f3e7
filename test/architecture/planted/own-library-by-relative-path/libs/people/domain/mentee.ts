// Forbidden: it leaves the house to ring its own bell.
export { post } from '@evenhand/people';
