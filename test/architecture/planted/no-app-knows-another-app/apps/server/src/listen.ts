// Stands for what a server does.
export const listen = 'listen';
