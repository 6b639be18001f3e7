// Forbidden: allocation may know neither taxonomy nor matching.
export { taxonomy } from '@evenhand/taxonomy';
export { matching } from '@evenhand/matching';
