// Forbidden: the door shows a row.
export { personRow } from './rows/person.row';
