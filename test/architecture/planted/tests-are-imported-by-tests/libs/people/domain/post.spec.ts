// Stands for a specification.
export const example = 'example';
