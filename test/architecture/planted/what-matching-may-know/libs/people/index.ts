// Stands for the library.
export const people = 'people';
