// Stands for the library.
export const equity = 'equity';
