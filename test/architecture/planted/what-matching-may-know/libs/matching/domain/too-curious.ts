// Forbidden: matching may know neither mentoring nor persistence.
export { mentoring } from '@evenhand/mentoring';
export { persistence } from '@evenhand/persistence';
