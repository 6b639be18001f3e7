// Allowed: a repository maps rows.
export { personRow } from '../rows/person.row';
