// Forbidden: people may know neither development nor files.
export { development } from '@evenhand/development';
export { files } from '@evenhand/files';
