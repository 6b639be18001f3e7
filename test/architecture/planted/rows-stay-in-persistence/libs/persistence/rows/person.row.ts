// Stands for a row.
export const personRow = 'person';
