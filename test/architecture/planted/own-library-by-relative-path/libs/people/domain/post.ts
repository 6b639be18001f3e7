// Stands for what is inside.
export const post = 'post';
