// Stands for what is inside.
export const mentee = 'mentee';
