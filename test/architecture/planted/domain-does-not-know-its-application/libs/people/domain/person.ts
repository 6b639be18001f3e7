// Forbidden: the domain asks a use case.
export { readPeople } from '../application/read-people';
