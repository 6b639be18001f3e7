// Forbidden: equity may know neither development nor governance.
export { development } from '@evenhand/development';
export { governance } from '@evenhand/governance';
