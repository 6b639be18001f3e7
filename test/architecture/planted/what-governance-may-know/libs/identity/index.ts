// Stands for the library.
export const identity = 'identity';
