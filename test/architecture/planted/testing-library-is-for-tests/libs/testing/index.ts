// Stands for the library.
export const testing = 'testing';
