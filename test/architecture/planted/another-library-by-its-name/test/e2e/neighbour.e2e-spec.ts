// Forbidden: a test counts the steps too.
export { people } from '../../libs/people';
