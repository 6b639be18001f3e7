// Stands for the library.
export const kernel = 'kernel';
