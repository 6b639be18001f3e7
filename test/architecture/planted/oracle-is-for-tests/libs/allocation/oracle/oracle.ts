// Stands for the oracle.
export const oracle = 'oracle';
