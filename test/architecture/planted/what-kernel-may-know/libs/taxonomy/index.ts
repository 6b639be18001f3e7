// Stands for the library.
export const taxonomy = 'taxonomy';
