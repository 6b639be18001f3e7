// Allowed: it calls the library by its name.
export { people } from '@evenhand/people';
