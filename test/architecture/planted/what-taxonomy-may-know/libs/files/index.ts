// Stands for the library.
export const files = 'files';
