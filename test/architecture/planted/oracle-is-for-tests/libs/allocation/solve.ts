// Forbidden: the solver asks the oracle that is to doubt it.
export { oracle } from './oracle/oracle';
