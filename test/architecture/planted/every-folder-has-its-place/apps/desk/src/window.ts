// Stands for what is in it.
export const window = 'window';
