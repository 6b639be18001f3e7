// Allowed: a linear program.
export { default as highs } from 'highs';
