// Allowed: a specification holds the two against each other.
export { solve } from '../solve';
