// Forbidden: the product builds people that do not exist.
export { testing } from '@evenhand/testing';
