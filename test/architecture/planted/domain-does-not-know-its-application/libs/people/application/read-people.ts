// Allowed: a use case asks the domain.
export { post as readPeople } from '../domain/post';
