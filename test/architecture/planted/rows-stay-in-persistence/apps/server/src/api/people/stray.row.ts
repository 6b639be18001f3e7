// Stands for a row.
export const strayRow = 'stray';
