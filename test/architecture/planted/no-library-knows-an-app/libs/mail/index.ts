// Stands for the library.
export const mail = 'mail';
