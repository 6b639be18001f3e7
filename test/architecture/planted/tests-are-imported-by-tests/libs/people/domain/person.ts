// Forbidden: the product needs a specification.
export { example } from './person.spec';
