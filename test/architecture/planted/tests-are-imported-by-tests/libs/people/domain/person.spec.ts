// Allowed: a specification may use another one.
export { example } from './post.spec';
