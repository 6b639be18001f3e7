// Forbidden: it counts the steps to the door.
export { people } from '../../people/index';
