// Forbidden: a row outside its library.
export { strayRow } from './stray.row';
