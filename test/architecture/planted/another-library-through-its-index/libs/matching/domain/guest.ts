// Allowed: it comes in by the door.
export { mentee } from '@evenhand/people';
