// Stands for the library.
export const persistence = 'persistence';
