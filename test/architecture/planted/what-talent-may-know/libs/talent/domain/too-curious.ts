// Forbidden: talent may know neither matching nor mentoring.
export { matching } from '@evenhand/matching';
export { mentoring } from '@evenhand/mentoring';
