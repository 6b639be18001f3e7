// Forbidden: governance may know neither matching nor equity.
export { matching } from '@evenhand/matching';
export { equity } from '@evenhand/equity';
