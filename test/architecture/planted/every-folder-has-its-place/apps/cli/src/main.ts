// Forbidden: an app asks a library that no list names.
export { rumour } from '@evenhand/gossip';
