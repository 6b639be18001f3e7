// Stands for the library.
export const disclosure = 'disclosure';
