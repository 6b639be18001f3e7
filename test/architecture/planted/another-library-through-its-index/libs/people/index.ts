// Allowed: the door leads to what is inside.
export { mentee } from './domain/mentee';
