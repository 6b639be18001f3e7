export { ReadAhead } from './read-ahead';
