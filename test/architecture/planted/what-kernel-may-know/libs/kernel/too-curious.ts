// Forbidden: kernel may know neither taxonomy nor people.
export { taxonomy } from '@evenhand/taxonomy';
export { people } from '@evenhand/people';
