// Stands for what the tests share.
export const journey = 'journey';
