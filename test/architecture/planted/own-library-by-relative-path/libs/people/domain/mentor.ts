// Allowed: it crosses the room.
export { post } from './post';
