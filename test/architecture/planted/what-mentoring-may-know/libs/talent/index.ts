// Stands for the library.
export const talent = 'talent';
