// Allowed: the door leads to what is inside.
export { post } from './domain/post';
