// Stands for the library.
export { matching } from './matching.processor';
