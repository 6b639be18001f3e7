// Forbidden: mentoring may know neither development nor talent.
export { development } from '@evenhand/development';
export { talent } from '@evenhand/talent';
