// Stands for the domain.
export const post = 'post';
