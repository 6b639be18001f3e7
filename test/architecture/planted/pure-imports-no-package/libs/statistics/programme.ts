// Forbidden: highs is for allocation and disclosure.
export { default as highs } from 'highs';
