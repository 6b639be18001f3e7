// Stands for the library.
export const mentoring = 'mentoring';
