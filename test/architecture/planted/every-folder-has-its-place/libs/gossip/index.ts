// Forbidden: no list names this library.
export { rumour } from './rumour';
