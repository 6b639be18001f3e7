// Forbidden: taxonomy may know neither allocation nor files.
export { allocation } from '@evenhand/allocation';
export { files } from '@evenhand/files';
