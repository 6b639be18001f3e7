// Forbidden: identity may know neither people nor governance.
export { people } from '@evenhand/people';
export { governance } from '@evenhand/governance';
