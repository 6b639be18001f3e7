// Stands for the library.
export const matching = 'matching';
