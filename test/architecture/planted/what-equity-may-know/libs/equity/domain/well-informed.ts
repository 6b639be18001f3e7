// Allowed: equity may know these.
export { kernel } from '@evenhand/kernel';
export { people } from '@evenhand/people';
export { matching } from '@evenhand/matching';
export { mentoring } from '@evenhand/mentoring';
export { talent } from '@evenhand/talent';
