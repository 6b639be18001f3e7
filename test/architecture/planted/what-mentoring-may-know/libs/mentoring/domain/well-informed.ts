// Allowed: mentoring may know these.
export { kernel } from '@evenhand/kernel';
export { people } from '@evenhand/people';
export { matching } from '@evenhand/matching';
