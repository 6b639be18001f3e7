// Stands for the library.
export const governance = 'governance';
