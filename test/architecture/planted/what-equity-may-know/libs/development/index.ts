// Stands for the library.
export const development = 'development';
