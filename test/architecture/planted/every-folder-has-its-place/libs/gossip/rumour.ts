// Stands for what is in it.
export const rumour = 'rumour';
