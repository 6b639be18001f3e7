// Stands for the library.
export const allocation = 'allocation';
