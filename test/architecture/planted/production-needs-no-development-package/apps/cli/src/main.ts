// Forbidden: the product needs a package of the workshop.
export { assert } from 'fast-check';
